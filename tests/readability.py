"""How old somebody has to be to read a text easily, by the formulas of those who made them.

English: the grade of Kincaid and others 1975 (Research Branch Report 8-75, US Naval Air Station Memphis); a child in
grade 1 is six. German: the first Wiener Sachtextformel of Bamberger and Vanecek 1984 (Lesen, Verstehen, Lernen,
Schreiben), whose grades are those of Austria, where a child in grade 1 is six, too. Syllables are counted by their
vowels. The libraries that do this for English fetch a list of words from the network first, which no test may.
"""

import re
from collections.abc import Iterable

FIRST_GRADE = 6
_SENTENCE = re.compile(r"(?<=[.!?:;…])[”“]?\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")
_VOWELS = {"en": re.compile(r"[aeiouy]+"), "de": re.compile(r"ei|ai|au|eu|äu|ie|[aeiouyäöü]")}


def syllables(word: str, language: str) -> int:
    """How many there are: groups of vowels, in English without an e that is not heard."""
    low = word.lower()
    if language == "en":
        low = re.sub(r"(?<=[^aeiouydt])ed$|(?<=[^aeioulyscghxz])es$|(?<=[^aeiouly])e$", "", low) or low
    return max(1, len(_VOWELS[language].findall(low)))


def age(texts: Iterable[str], language: str) -> float:
    """The age for all of these texts together."""
    sentences = [words for text in texts for part in _SENTENCE.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    counts = [syllables(word, language) for word in words]
    length = len(words) / len(sentences)
    if language == "en":
        grade = 0.39 * length + 11.8 * sum(counts) / len(words) - 15.59
    else:
        grade = (
            0.1935 * 100 * sum(count >= 3 for count in counts) / len(words)
            + 0.1672 * length
            + 0.1297 * 100 * sum(len(word) > 6 for word in words) / len(words)
            - 0.0327 * 100 * sum(count == 1 for count in counts) / len(words)
            - 0.875
        )
    return FIRST_GRADE - 1 + grade
