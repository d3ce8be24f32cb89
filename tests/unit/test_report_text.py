"""The paper as plain text: what an e-mail or a portal can hold, with the days' own numbers."""

from hypothesis import given, strategies as st

from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.report import build, text
from symtrack.report.blocks import Table
from tests.diaries import day, diary

TWO_WEEKS = "pain 2 3 3 . 4 7 8 x 3 2 10 4 3 3"


def paper(*events, settings=None, picture=TWO_WEEKS, length=14):
    drawn = diary(picture, events=events, until=day(length))
    return build(drawn, (), Period(day(1), day(length)), settings=settings or {})


def test_each_day_stands_in_its_week():
    """The numbers themselves, a week a line: a dot where nothing was said, an x where no number was given."""
    lines = [line.split() for line in text.of(paper()).splitlines()]
    weeks = [line[-7:] for line in lines if len(line) > 7 and all(sign.isdigit() or sign in ".x" for sign in line[-7:])]
    assert weeks == [["2", "3", "3", ".", "4", "7", "8"], ["x", "3", "2", "10", "4", "3", "3"]]


def test_says_what_the_paper_says():
    """Every cell of every table is there, and the foot, in lines that no screen cuts."""
    blocks = paper(Event(kind="note", day=day(3), text="Slept in the chair. " * 30), settings={"name": "M. Example"})
    told = text.of(blocks)
    flat = " ".join(told.split())
    cells = [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert [cell for cell in cells if " ".join(cell.split()) not in flat] == []
    assert flat.endswith("nobody is watching this diary.")
    assert max(map(len, told.splitlines())) <= text.WIDTH


def test_line_ends_of_a_note_are_kept():
    """Three short lines stay three lines."""
    told = text.of(paper(Event(kind="note", day=day(3), text="One.\nTwo.\nThree.")))
    assert {"Two.", "Three."} <= {line.strip() for line in told.splitlines()}


@given(st.text(max_size=80))
def test_any_words_make_a_text(words):
    """Nothing that somebody writes stops it."""
    text.of(paper(Event(kind="note", day=day(3), text=words + "."), settings={"name": words, "matters": words}))
