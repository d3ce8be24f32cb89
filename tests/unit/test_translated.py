"""Paper, points and command line speak one language: whatever is not the person's own is translated, and whole."""

import re
from collections.abc import Iterator

import click
import pytest

from symtrack import i18n
from symtrack.cli import spoken
from symtrack.cli.group import COMMANDS, Commands
from symtrack.diary.setting_keys import KEYS, NAMED
from symtrack.report import text
from symtrack.rules import evaluate
from tests.diaries import diary
from tests.unit import papers
from tests.unit.test_rules import RAISES
from tests.untranslated import english, in_pieces, sample_words
from tools import pseudo

TYPED = re.compile(r"(?<!\w)--?[a-z-]+|FILE[.a-z|]*|csv\|json|\b[A-Z]{2,}\b|\bself-test\b")
"""What is typed as it stands: options, and the place of a value."""


@pytest.fixture(autouse=True)
def _mirrored() -> Iterator[None]:
    with i18n.speaking(pseudo.mirrored()):
        yield


def test_what_is_english_or_in_pieces_is_found() -> None:
    """The two looks find what they are for, and leave alone what a person wrote."""
    assert english(i18n._("Nausea") + ", moderate") == ["moderate"]
    assert english(f"{i18n._('Nausea')}: Dr Okafor", ["Dr Okafor"]) == []
    assert in_pieces(i18n._("Every day") + " " + i18n._("Nausea"))
    assert not in_pieces(f"{i18n._('Not rung.')} {i18n._('Nausea')}, {i18n._('Pain')}")


def test_the_paper_is_translated() -> None:
    """Nothing on the summary of the invented diary is English but what its person wrote."""
    said = text.of(papers.demo())
    assert english(said, sample_words()) == []
    assert in_pieces(said) == []


@pytest.mark.parametrize("rule", RAISES)
def test_a_point_is_one_whole_sentence(rule: str) -> None:
    """Its sentence and its question are said by one translation each, around names, numbers and days."""
    found = [flag for flag in evaluate(diary(RAISES[rule])) if flag.rule == rule]
    assert found
    for said in (found[0].text, found[0].question):
        assert english(said, ["Morphine", "Ana", "shivering"]) == [], "New? Run: python -m tools.translations extract"
        assert (said[0], said[-1]) == (pseudo.BEGINS, pseudo.ENDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_translated(name: str) -> None:
    """What is English in it is what is typed."""
    command = Commands().get_command(click.Context(Commands()), name)
    assert command is not None
    said = command.get_help(spoken.Context(command, info_name=f"symtrack {name}", terminal_width=9999))
    assert english(TYPED.sub(" ", said), [name, *KEYS, *(key[:-5] for key in NAMED)]) == []
