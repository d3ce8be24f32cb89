"""The points on the paper: each that is open on its last day, and nothing that is none."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.report import build
from symtrack.report.blocks import Block, Table, Words
from symtrack.rules import evaluate
from tests.diaries import diary
from tests.unit.test_rules import RAISES

SCORES = st.one_of(st.just("."), st.integers(0, 10).map(str))
PICTURES = st.fixed_dictionaries(
    {item: st.lists(SCORES, min_size=5, max_size=40) for item in ("pain", "nausea", "appetite", "fatigue")}
)


def printed(told: Diary, shortest: int = 7) -> str:
    last = date.fromordinal(told.until)
    return text_of(build(told, evaluate(told), Period.ending(last, shortest)))


def plain(text: str) -> str:
    """Without the paper's own capitals and spaces."""
    return " ".join(text.casefold().split())


def text_of(blocks: tuple[Block, ...]) -> str:
    rows = [" ".join(row) for block in blocks if isinstance(block, Table) for row in block.rows]
    lines = [line for block in blocks if isinstance(block, Words) for line in block.paragraphs]
    return plain("\n".join([*rows, *lines]))


@given(PICTURES)
def test_every_point_that_is_open_on_the_last_day_is_on_the_paper(rows: dict[str, list[str]]) -> None:
    """Announced, standing, for the paper alone or a note; put off or not; whatever was entered."""
    told = diary("\n".join(f"{item} {' '.join(marks)}" for item, marks in rows.items()))
    on_paper = printed(told)
    for flag in evaluate(told):
        assert not flag.open_on(date.fromordinal(told.until)) or plain(flag.text) in on_paper


@pytest.mark.parametrize("rule", RAISES)
def test_every_rule_reaches_the_paper(rule: str) -> None:
    """There is none whose points the paper leaves out."""
    told = diary(RAISES[rule])
    on_paper = printed(told)
    assert all(plain(flag.text) in on_paper for flag in evaluate(told) if flag.rule == rule)


def test_a_note_is_a_line_and_no_row() -> None:
    """It asks for nothing, so nothing is said of who was phoned."""
    told = diary(RAISES["voices-apart"])
    blocks = build(told, evaluate(told), Period.ending(date.fromordinal(told.until), 7))
    assert [
        block.paragraphs for block in blocks if isinstance(block, Words) and block.heading == "For reading the numbers"
    ]
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    assert not any("seen differently" in cell for row in rows for cell in row)


def test_what_is_over_is_told_back_through_time() -> None:
    """Its history is read as one, the last first, whatever was to phone about; what is open stands before all of it."""
    told = diary(f"pain {'8 ' * 3}{'2 ' * 57}\nfatigue {'1 ' * 25}{'5 ' * 8}{'1 ' * 27}\nappetite {'5 ' * 60}")
    flags, last = evaluate(told), date.fromordinal(told.until)
    over = [flag for flag in flags if not flag.open_on(last)]
    blocks = build(told, flags, Period.ending(last, 60))
    said = [plain(row[1]) for block in blocks if isinstance(block, Table) for row in block.rows]
    after = said[-len(over) :]
    assert {flag.urgency for flag in over} == {"phone", "visit"}
    assert [next(flag.last for flag in over if plain(flag.text) in row) for row in after] == sorted(
        (flag.last for flag in over), reverse=True
    )
