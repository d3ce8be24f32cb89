"""Nothing that was written can run in somebody's spreadsheet, and all of it comes back as it was."""

import csv
from datetime import date, datetime, timedelta, timezone
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from symtrack.diary.rows import Event
from symtrack.exchange import formulas
from symtrack.exchange.format import writers
from symtrack.exchange.formats.symtrack_csv import FORMAT as CSV
from symtrack.exchange.importing import bring_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore

DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 20, 12, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    "words",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "-2 kg",
        "@home",
        "\tx",
        "\n=1",
        "  =1",
        "＝1",
        "＠home",
        "'=1",
        "''+1",
        "'quoted'",
        "=1\n=2",
    ],
)
def test_a_spreadsheet_runs_nothing_of_what_was_written(tmp_path: Path, words: str) -> None:
    """A note that looks like a formula is text in the table, and the same words again when it is brought in."""
    with (
        DiaryStore.open(tmp_path / "full", create=True, clock=lambda: NOON) as full,
        DiaryStore.open(tmp_path / "copy", create=True, clock=lambda: NOON) as copy,
    ):
        full.add(Event(kind="note", day=DAY, text=words))
        table = "".join(writers()["csv"].write(full, None, None))
        (row,) = list(csv.DictReader(StringIO(table)))
        assert row["note"].strip(" ")[0] not in "=+-@＝＋－＠\t\r\n"
        bring_in(copy, Source.of_bytes("given", table.encode()), CSV)
        assert [event.text for event in copy.events() if event.kind == "note"] == [words]


@given(st.text())
def test_any_text_comes_back(words: str) -> None:
    """Whatever a text begins with, guarding it is undone by reading it."""
    assert formulas.unguarded(formulas.guarded(words)) == words
