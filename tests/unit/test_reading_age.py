"""A child of eleven could read what patients read, in English and in German: they may be exhausted, or in a hurry."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Message

from symtrack import guide
from symtrack.diary import team_list_default
from tests.readability import age
from tools import translations

OLDEST = 11
SHORTEST = 4
"""Words: what is shorter is a label, and no sentence that somebody reads."""
SOURCES = {line.source for line in team_list_default.LINES}
LONGEST = 30
"""Words between two full stops: nobody exhausted knows at the end of a longer one how it began."""
GERMAN = translations.translation(translations.ROOT / "resources" / "locale" / "de.po")
PAGES = tuple(f"docs/patients/{key}.md" for key in guide.KEYS)
SURFACES = (
    "resources/instruments/", "symtrack/cli/", "symtrack/exchange/", "symtrack/report/", "symtrack/rules/",
    "symtrack/store/", "symtrack/ui/diary/", "symtrack/ui/help/", "symtrack/ui/moving/", "symtrack/ui/settings/",
    "symtrack/ui/team/", "symtrack/ui/today/", "symtrack/ui/trends/", "symtrack/ui/",
)  # fmt: skip
ENOUGH = 40
"""Words, below which the measure says more about one word than about a text."""


@cache
def _said(language: str) -> tuple[tuple[frozenset[str], str], ...]:
    """Every sentence with the files that it stands in."""
    found = []
    for message in filter(_for_patients, GERMAN):
        said = message.id if language == "en" else message.string
        many = said if isinstance(said, str) else (said or [""])[-1]
        if _words(many) >= SHORTEST:
            files = frozenset(file for file, _line in message.locations)
            found.append((files, re.sub(r"\{[^}]*\}", "7", many)))
    return tuple(found)


def _texts(surface: str, language: str) -> Iterator[str]:
    return (said for files, said in _said(language) if any(file.startswith(surface) for file in files))


def _for_patients(message: Message) -> bool:
    """Not the rules themselves and where they and the team's list come from, which name papers and clinics."""
    named = any(
        comment.startswith(("The rule itself", "Where the rule comes from")) for comment in message.auto_comments
    )
    return bool(message.id) and not named and message.id not in SOURCES


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("surface", [*PAGES, *SURFACES])
def test_somebody_of_eleven_can_read_it(surface: str, language: str) -> None:
    """All the sentences of one page for patients, or of one part of the program, together."""
    assert age(_texts(surface, language), language) <= OLDEST


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_file_is_for_older_readers(language: str) -> None:
    """An easy page does not make up for a hard one; what to ring about is such a file."""
    texts: dict[str, list[str]] = {}
    for files, text in _said(language):
        for file in files:
            texts.setdefault(file, []).append(text)
    ages = {file: age(said, language) for file, said in texts.items() if sum(map(_words, said)) >= ENOUGH}
    assert "symtrack/diary/team_list_default.py" in ages
    assert {file: years for file, years in ages.items() if years > OLDEST} == {}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("page", PAGES)
def test_no_sentence_is_a_long_one(page: str, language: str) -> None:
    """What takes two breaths to read aloud is two sentences."""
    said = [each for text in _texts(page, language) for each in re.split(r"(?<=[.?!])[”“]?\s+", text)]
    assert said
    assert [sentence for sentence in said if len(sentence.split()) > LONGEST] == []


def test_the_measure_tells_hard_words_from_easy_ones() -> None:
    """Long words and long sentences are for older readers."""
    easy, hard = "Rufen Sie Ihr Team an.", "Kontaktieren Sie unverzüglich das behandelnde Palliativversorgungsteam."
    assert age([easy], "de") < OLDEST < age([hard], "de")
    easy, hard = "Ring your team.", "Immediately communicate considerable deterioration to specialised professionals."
    assert age([easy], "en") < OLDEST < age([hard], "en")


def test_the_measure_reads_as_people_do() -> None:
    """Each text ends where it ends, and 38.5 and “don’t” are one word each."""
    apart, together = ["Wait for the nurse", "Then ring your team"], "Wait for the nurse. Then ring your team."
    assert age(apart, "en") == age([together], "en")
    assert age(["Ring at 38.5 degrees."], "en") == age(["Ring at 38 degrees."], "en")
    assert age(["You don’t have to."], "en") == age(["You don't have to."], "en")
