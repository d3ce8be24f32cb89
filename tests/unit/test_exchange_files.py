"""The files around a diary: what may be written over, and how a table's line ends are read."""

import os

import pytest

from symtrack.diary.rows import Rating
from symtrack.errors import InputError, SymtrackError
from symtrack.exchange.format import recognised
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore, outgoing
from symtrack.store.vault import Passphrase

pytestmark = pytest.mark.usefixtures("few_rounds")


def test_an_export_never_takes_the_place_of_a_pipe(tmp_path):
    """What is at the path is no file: it stays, as /dev/null has to."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(SymtrackError, match="pipe"):
        outgoing.write_text(pipe, ["day,pain\n"])
    assert pipe.is_fifo()


@pytest.mark.parametrize("secret", [None, Passphrase("long enough words")])
def test_an_export_never_takes_the_place_of_a_diary(tmp_path, secret):
    """Nor of a sealed one, which has no mark; a table that is whole pages by chance can be written anew."""
    with DiaryStore.open(tmp_path / "mine", create=True, secret=secret) as store:
        store.add(Rating(day=store.today, item="pain", score=3))
        before = store.path.read_bytes()
        with pytest.raises(SymtrackError, match="diary"):
            outgoing.write_text(store.path, ["day,pain\n"])
        assert store.path.read_bytes() == before
    table = tmp_path / "numbers.csv"
    table.write_text("ä" * 4096, encoding="utf-8")
    outgoing.write_text(table, ["day,pain\n"])
    assert table.read_text(encoding="utf-8") == "day,pain\n"


def test_a_table_of_an_old_macs_line_ends_is_recognised():
    """A carriage return alone ends a line there."""
    assert recognised(Source.of_bytes("given", b"day,pain\r2026-05-14,7\r")).key == "csv"


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path):
    """When the text breaks off, the former file is still there, and nothing half-written beside it."""
    target = tmp_path / "out.csv"
    target.write_text("before")

    def broken():
        yield "half"
        raise InputError("no more")

    with pytest.raises(InputError):
        outgoing.write_text(target, broken())
    assert [file.read_text() for file in tmp_path.iterdir()] == ["before"]
