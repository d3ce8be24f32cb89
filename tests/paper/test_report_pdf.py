"""The finished paper: read back, tagged, the same twice, and never stopped by what somebody wrote."""

import io
import re
import subprocess
import sys

import pytest
from pypdf import PdfReader

from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.errors import SymtrackError
from symtrack.i18n import speaking
from symtrack.report import build, keeping, letters, pdf
from tests.diaries import day, diary

FOUR = """
    pain      2 3 4 7 8 3 . x 3 2
    nausea    0 1 0 5 4 3 . x 1 0
    appetite  2 2 3 4 5 3 . x 2 2
    fatigue   3 3 4 6 7 5 . x 4 3
    event     . . c . . . . . . .
"""
ORDER = [
    *("head", "questions", "matters", "in-short", "charts", "flags", "doses-now", "medicines-now", "also-now", "ring"),
    *("more-questions", "more-charts", "moods", "cycles", "around", "points", "doses", "spells", "measured"),
    *("caregiver", "treatments", "answers", "notes", "days", "foot"),
]
"""The sections in the order of their places."""
MEDIA = {"a4": (595, 842), "letter": (612, 792)}


def blocks(*events, settings=None, picture=FOUR, length=10):
    drawn = diary(picture, events=events, until=day(length))
    return build(drawn, (), Period(day(1), day(length)), settings=settings or {})


def read(path):
    return PdfReader(io.BytesIO(path.read_bytes()))


def text_of(path):
    return " ".join(" ".join(page.extract_text() for page in read(path).pages).split())


def structure(node):
    """Every element of the structure tree below `node`."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from structure(child)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from structure(node["/K"])


@pytest.fixture
def paper(tmp_path):
    return tmp_path / "summary.pdf"


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_four_charts_and_their_numbers_stand_on_the_first_page(paper, size):
    """The paper has the size that was asked for, and its text can be searched."""
    questions = [Event(kind="question", day=day(1), text=f"Question number {k}, and why?") for k in range(40)]
    notes = [Event(kind="note", day=day(k), text="word " * 300) for k in range(1, 9)]
    keeping.write(blocks(*questions, *notes, settings={"matters": "long " * 200}), paper, paper=size)
    reader = read(paper)
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == MEDIA[size]
    first = reader.pages[0].extract_text()
    for words in ("Symptom summary", "Pain", "Nausea", "Loss of appetite", "Fatigue", "median", "days ≥ 7"):
        assert words in first
    assert f"Page 1 of {len(reader.pages)}" in first
    assert "Not checked by a clinician; nobody is watching this diary." in reader.pages[-1].extract_text()


def test_a_short_diary_takes_one_page(paper):
    """Ten days, four symptoms: one sheet."""
    keeping.write(blocks(), paper)
    assert len(read(paper).pages) == 1


def test_days_in_brackets_stay_on_one_line(paper):
    """A stretch of days is never torn apart at the end of a line, however long the sentence before it is."""
    notes = [Event(kind="note", day=day(k), text="o " * k + "(12–14 May).") for k in range(60, 90)]
    keeping.write(blocks(*notes, length=100), paper)
    lines = "\n".join(page.extract_text() for page in read(paper).pages).split("\n")
    assert sum("(12–14 May)." in line for line in lines) == len(notes)


def test_the_head_names_the_visit_after_the_period(paper):
    """The words behind the brackets keep their distance."""
    keeping.write(blocks(Event(kind="visit", day=day(14))), paper)
    said = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True).stdout
    assert "(10 days), for the visit on" in said


def test_the_paper_can_be_heard(paper):
    """Tagged, with title and language, and each chart says in a sentence what it shows."""
    keeping.write(blocks(), paper)
    root = read(paper).trailer["/Root"]
    alts = [str(node["/Alt"]) for node in structure(root["/StructTreeRoot"]) if "/Alt" in node]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower() == "en-gb"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert len(alts) == 4
    assert alts[0].startswith("Pain, 0 to 10: in the last 10 days median 3, worst 8, 7 or more on 2 days.")
    assert {"/H1", "/Table", "/TH", "/Figure"} <= {node.get("/S") for node in structure(root["/StructTreeRoot"])}


def test_nothing_about_the_writer_or_the_clock_is_in_the_file(paper, tmp_path):
    """The same blocks give the same bytes; there is a title, and no author."""
    keeping.write(blocks(), paper)
    keeping.write(blocks(), tmp_path / "again.pdf")
    assert paper.read_bytes() == (tmp_path / "again.pdf").read_bytes()
    found = read(paper).metadata
    assert found.title == "Symptom summary"
    assert found.author is None
    assert len(paper.read_bytes()) < 100_000


def test_black_white_and_grey_only(paper):
    """A copy or a fax loses nothing: every colour space of the page has one channel, and none is set without one."""
    keeping.write(blocks(), paper)
    (page,) = read(paper).pages
    spaces = [space.get_object() for space in page["/Resources"]["/ColorSpace"].values()]
    assert [space[1].get_object()["/N"] for space in spaces] == [1]
    assert not re.search(rb"\s(rg|RG|k|K)\s", page.get_contents().get_data())


def test_the_preview_has_the_pages_of_the_paper(paper):
    """As many pictures as pages, each a PNG."""
    long = blocks(Event(kind="note", day=day(2), text="word " * 3000))
    keeping.write(long, paper)
    pictures = pdf.pages(long, ppi=30)
    assert len(pictures) == len(read(paper).pages) > 1
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_a_character_that_no_font_has_is_named_in_brackets(paper):
    """It does not stop the page, and the page says what happened."""
    keeping.write(blocks(Event(kind="note", day=day(2), text="so tired \U00012000 today")), paper)
    said = text_of(paper)
    assert "so tired [U+12000 cuneiform sign a] today" in said
    assert "Characters that no font on this computer has are named in brackets." in said


def test_the_page_is_silent_about_brackets_where_there_are_none(paper):
    """The sentence about missing characters stands only where it is true."""
    keeping.write(blocks(), paper)
    assert "brackets" not in text_of(paper)


ODD = {
    "control characters": "a\x00b\x07c\x1bd\r\ne\tf",
    "half of a pair": "a\ud800b",
    "private use and no characters": "\ue000 \ufdd0 \U0010ffff",
    "right to left": "الألم شديد في الليل and כאב בלילה \u202e turned \u2066 round",
    "joined emoji": "👨\u200d👩\u200d👧 👍🏽 e\u0301",
    "typst's own signs": '#set page() $x^2$ *b* _i_ `c` <a> @b // c /* d */ \\u{41} "q" [x]',
    "one word of 5,000 letters": "x" * 5000,
    "5,000 letters": "word " * 1000,
    "many scripts in one word": "".join(map(chr, [*range(0x46A, 0x47C), *range(0x553, 0x577), *range(0x5AD, 0x5D8)])),
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_no_text_stops_the_page(paper, text):
    """Whatever was written, wherever it stands, there is a paper."""
    events = (
        Event(kind="note", day=day(2), text=text),
        Event(kind="question", day=day(2), text=text),
        Event(kind="treatment", day=day(2), text=text, body={"type": "other"}),
        Event(kind="change", day=day(3), body={"medicine": text, "to": text}),
    )
    keeping.write(blocks(*events, settings={"name": text, "matters": text, "birth-date": text}), paper)
    assert len(read(paper).pages) >= 1


def test_a_long_word_stays_on_the_page(paper):
    """It is broken at the edge, and none of its letters is lost."""
    keeping.write(blocks(Event(kind="note", day=day(2), text="x" * 500)), paper)
    assert text_of(paper).replace("\u200b", "").replace(" ", "").count("x") >= 500


def test_an_empty_diary_has_a_paper(paper):
    """One page that says that there is nothing."""
    keeping.write(blocks(picture="", length=30), paper)
    assert "There are no answers in this period." in text_of(paper)


def test_an_american_date_on_an_american_paper(paper):
    """The paper speaks the current language, in its dates and in its tags."""
    with speaking("en_US"):
        keeping.write(blocks(), paper)
    assert "Mar 2, 2026 to Mar 11, 2026" in text_of(paper)
    assert read(paper).trailer["/Root"]["/Lang"].lower() == "en-us"


def test_a_folder_is_no_place_for_a_paper(tmp_path):
    """One sentence, and nothing is left behind."""
    with pytest.raises(SymtrackError, match="is a folder"):
        keeping.write(blocks(), tmp_path)
    with pytest.raises(SymtrackError, match="There is no folder"):
        keeping.write(blocks(), tmp_path / "missing" / "summary.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_paper_that_can_not_be_written_leaves_the_old_one(paper, monkeypatch):
    """The disk fills up half way: the former paper is whole, and no half one lies beside it."""
    paper.write_bytes(b"the paper of last month")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SymtrackError, match="No space left on device"):
        keeping.write(blocks(), paper)
    assert paper.read_bytes() == b"the paper of last month"
    assert list(paper.parent.iterdir()) == [paper]


def test_building_blocks_needs_neither_typst_nor_qt():
    """Only ink needs the typesetter; nothing of it needs a window."""
    code = "import sys, symtrack.report.pdf; print('typst' in sys.modules, 'PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_names_in_errors_become_characters():
    """The characters are read off the typesetter's sentences, escapes too; plain letters are never suspected."""
    said = 'error: the text `"\\u{7}"` could not …\nerror: the text `"日a"` could …\nerror: the codepoint `"\\u{e000}"`'
    assert letters.missing(said) == {"\x07", "日", "\ue000"}


def test_every_section_of_the_paper_is_found():
    """A frozen build that lost a section would print a shorter paper and not say so."""
    from symtrack.registry import collect
    from symtrack.report.section import Section

    found = sorted(collect("symtrack.report.sections", "SECTION", Section), key=lambda section: section.place)
    assert [section.key for section in found] == ORDER, "A new section goes into ORDER, at its place."
