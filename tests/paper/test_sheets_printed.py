"""The sheets printed: a page each, which can be read back, and nothing on it is cut."""

import io

import pytest
from pypdf import PdfReader

from symtrack.diary.rows import Event
from symtrack.report import keeping
from tests.sheet_diary import EVA, EVENING, PHONE, TODAY, built


def printed(blocks, tmp_path, size="a4"):
    path = tmp_path / "sheet.pdf"
    keeping.write(blocks, path, paper=size)
    return PdfReader(io.BytesIO(path.read_bytes()))


def words(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("key", ["calls", "handoff", "week"])
def test_each_sheet_is_one_page_that_can_be_read_back(key, size, tmp_path):
    """For a usual diary and for one without anything; tagged, with the name as it was written."""
    reader = printed(built(key, flags=(PHONE,)), tmp_path, size)
    assert len(reader.pages) == 1
    assert "Eva Brandt" in words(reader)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert len(printed(built(key, {}, (), ()), tmp_path, size).pages) == 1


def test_long_notes_and_every_script_flow_on(tmp_path):
    """Nothing is cut: the last word of a long note is there, and so is a name of forty letters."""
    name = "Maria Magdalena Wilhelmina von Hohenfels"
    long = Event(kind="note", day=TODAY, text="ألم شديد في الليل 日本 " + "word " * 1500 + "last")
    known = {**EVA, "name": name, "household": "x" * 400}
    reader = printed(built("handoff", known, (*EVENING, long)), tmp_path)
    assert len(reader.pages) > 1
    assert "word last" in words(reader)
    assert name in words(reader)
    assert printed(built("calls", known, (*EVENING, long)), tmp_path).pages
