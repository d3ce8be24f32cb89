"""How old somebody has to be to read a text easily, as textstat measures it, without a network.

English: the grade of Kincaid and others 1975 (Research Branch Report 8-75, US Naval Air Station Memphis); a child in
grade 1 is six. German: the first Wiener Sachtextformel of Bamberger and Vanecek 1984 (Lesen, Verstehen, Lernen,
Schreiben), whose grades are those of Austria, where a child in grade 1 is six, too.
"""

import re
from collections.abc import Iterable

from textstat.textstat import textstatistics

FIRST_GRADE = 6
_LOCALES = {"en": "en_US", "de": "de_DE"}
_WIENER = 1
_ENDED = re.compile(r"[.!?][”“)]?$")
_WITHIN_NUMBER = re.compile(r"(?<=\d)[.](?=\d)")


def age(texts: Iterable[str], language: str) -> float:
    """The age for all of these texts together."""
    text = "\n".join(_sentences(each) for each in texts)
    measured = textstatistics()
    measured.set_lang(_LOCALES[language])
    german = language == "de"
    grade = measured.wiener_sachtextformel(text, _WIENER) if german else measured.flesch_kincaid_grade(text)
    return FIRST_GRADE - 1 + float(grade)


def _sentences(text: str) -> str:
    """The text with what textstat knows a sentence's end and a short form of a word by: a full stop, and a plain '."""
    plain = _WITHIN_NUMBER.sub(",", text.strip()).replace("’", "'")
    return plain if _ENDED.search(plain) else f"{plain}."
