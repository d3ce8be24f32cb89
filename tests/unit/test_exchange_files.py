"""The files around a diary: what may be written over, and how a table's line ends are read."""

import os

import pytest

from symtrack.errors import InputError, SymtrackError
from symtrack.exchange import files
from symtrack.exchange.format import recognised
from symtrack.exchange.source import Source


def test_an_export_never_takes_the_place_of_a_pipe(tmp_path):
    """What is at the path is no file: it stays, as /dev/null has to."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(SymtrackError, match="pipe"):
        files.put(pipe, ["day,pain\n"])
    assert pipe.is_fifo()


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
        files.put(target, broken())
    assert [file.read_text() for file in tmp_path.iterdir()] == ["before"]
