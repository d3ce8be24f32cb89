"""A child of eleven could read what patients read, in English and in German: they may be exhausted, or in a hurry."""

import re
from collections.abc import Iterator

import pytest

from tests.readability import age, syllables
from tools import translations

OLDEST = 11
SHORTEST = 4
"""Words: what is shorter is a label, and no sentence that somebody reads."""
GERMAN = translations.translation(translations.ROOT / "resources" / "locale" / "de.po")
SURFACES = (
    "docs/patients/", "symtrack/report/", "symtrack/rules/", "symtrack/ui/diary/", "symtrack/ui/help/",
    "symtrack/ui/settings/", "symtrack/ui/team/", "symtrack/ui/today/", "symtrack/ui/trends/", "symtrack/ui/",
)  # fmt: skip


def _texts(surface: str, language: str) -> Iterator[str]:
    for message in filter(lambda each: each.id, GERMAN):
        if any(file.startswith(surface) for file, _line in message.locations) and _for_patients(message.auto_comments):
            said = message.id if language == "en" else message.string
            many = said if isinstance(said, str) else (said or [""])[-1]
            if len(re.findall(r"\w+", many)) >= SHORTEST:
                yield re.sub(r"\{[^}]*\}", "7", many)


def _for_patients(comments: list[str]) -> bool:
    """Not the rules themselves and where they come from, which name papers."""
    return not any(comment.startswith(("The rule itself", "Where the rule comes from")) for comment in comments)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("surface", SURFACES)
def test_somebody_of_eleven_can_read_it(surface: str, language: str) -> None:
    """All the sentences of one part of the program together."""
    assert age(_texts(surface, language), language) <= OLDEST


def test_the_measure_tells_hard_words_from_easy_ones() -> None:
    """Long words and long sentences are for older readers."""
    assert [syllables(word, "en") for word in ("ring", "number", "medicine", "noted")] == [1, 2, 3, 2]
    assert [syllables(word, "de") for word in ("Bett", "Woche", "Termin", "Erschöpfung")] == [1, 2, 2, 3]
    easy, hard = "Rufen Sie Ihr Team an.", "Kontaktieren Sie unverzüglich das behandelnde Palliativversorgungsteam."
    assert age([easy], "de") < OLDEST < age([hard], "de")
    easy, hard = "Ring your team.", "Immediately communicate considerable deterioration to specialised professionals."
    assert age([easy], "en") < OLDEST < age([hard], "en")
