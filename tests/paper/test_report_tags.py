"""The finished paper as a screen reader, a fax and an archive meet it: tags, fonts, size, and the look of its pages."""

import io
import subprocess
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from symtrack.report import pdf
from symtrack.report.blocks import Charts, Pictures, Table
from tests import golden
from tests.paper.test_report_pdf import structure
from tests.unit import papers

DIFFERS, PART = 80, 0.004
"""A pixel differs when its grey does by so much; so many may, for another version of the typesetter."""


@cache
def printed() -> bytes:
    """A paper with every part that there is."""
    return pdf.of(golden.whole_cycle())


@cache
def spoken() -> list[str]:
    """What is read aloud, in its order: the tags as poppler sees them, which takes it a page's time for each cell."""
    blocks = [replace(each, rows=each.rows[:3]) if isinstance(each, Table) else each for each in golden.whole_cycle()]
    done = subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf.of(blocks), capture_output=True, check=True)
    return done.stdout.decode(errors="replace").splitlines()


def elements():
    root: Any = PdfReader(io.BytesIO(printed())).trailer["/Root"]
    return list(structure(root["/StructTreeRoot"]))


def test_it_is_read_aloud_in_the_order_in_which_it_is_seen():
    """The person's own words before the numbers, the charts before the points, page one before the rest."""
    order = [
        "What I want to talk about", "What matters to me", "In short", "Pain", "Fatigue", "What the numbers show",
        "Doses when needed", "More symptoms", "By cycle", "Before and after the last change of treatment",
        "More points, and earlier ones", "Doses when needed and what they did", "What happened", "Notes", "Every day",
    ]  # fmt: skip
    said = [line.strip().strip('"') for line in spoken()]
    places = [said.index(words) for words in order]
    assert places == sorted(places)


def test_every_picture_is_told_with_its_numbers():
    """Each chart has the medians, worst and severe days of both periods in its words, each small picture its course."""
    blocks = golden.whole_cycle()
    charts = [chart for block in blocks if isinstance(block, Charts) for chart in block.charts]
    small = [picture for block in blocks if isinstance(block, Pictures) for picture in block.pictures]
    figures = [element for element in elements() if element.get("/S") == "/Figure"]
    told = [*(chart.alt for chart in charts), *(picture.alt for picture in small)]
    assert [str(figure["/Alt"]) for figure in figures] == told
    for chart in charts:
        for _name, before, now, _change in chart.numbers[:3]:
            assert f" {before}" in chart.alt
            assert f" {now}" in chart.alt


def test_a_chart_is_heard_as_its_name_then_what_it_shows_then_its_numbers():
    """The name is a heading to jump to: this typesetter can't make the first cell of a row the row's name."""
    names = [chart.name for block in golden.whole_cycle() if isinstance(block, Charts) for chart in block.charts]
    kinds = [str(element.get("/S")) for element in elements() if element.get("/S") in {"/H1", "/Figure", "/Table"}]
    heads = [line.split('"')[1] for line in spoken() if line.strip().startswith("H1 ")]
    after = [tuple(kinds[k : k + 3]) for k, kind in enumerate(kinds) if kind == "/H1"]
    heard = dict(zip(heads, after, strict=True))
    assert names
    assert {heard.get(name) for name in names} == {("/H1", "/Figure", "/Table")}


def test_every_table_has_the_names_of_its_columns():
    """A number in a table is heard with what it is."""
    tables = [element for element in elements() if element.get("/S") == "/Table"]
    assert len(tables) > 10
    for table in tables:
        found = list(structure(table))
        heads = [element for element in found if element.get("/S") == "/TH"]
        cells = [element for element in found if element.get("/S") == "/TD"]
        assert heads
        attributes = [cell.get("/A") for cell in cells]
        assert all("/Headers" in str(attribute) for attribute in attributes)


def test_all_letters_are_in_the_file_and_can_be_searched():
    """Every font is embedded, cut down to what is used, and says which letters it drew."""
    done = subprocess.run(["pdffonts", "-"], input=printed(), capture_output=True, check=True)
    fonts = [line.split() for line in done.stdout.decode().splitlines()[2:]]
    assert fonts
    assert {tuple(font[-5:-2]) for font in fonts} == {("yes", "yes", "yes")}
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(printed())).pages)
    assert "Slept in the chair." in text


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", ["demo", "long_name", "arabic", "ten_years"])
def test_it_is_small_enough_to_send(case, paper):
    """Two or three pages stay under what a portal takes."""
    made = papers.printed(case, paper)
    assert len(PdfReader(io.BytesIO(made)).pages) <= 3
    assert len(made) < 300_000


def test_the_file_says_nothing_that_the_person_did_not():
    """No author, no computer, no clock: a title, the typesetter, the paper's own day."""
    found = PdfReader(io.BytesIO(printed())).metadata
    assert found is not None
    assert set(found) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert (str(found["/Title"]), str(found["/CreationDate"])[:10]) == ("Symptom summary", "D:20260426")


def test_it_claims_the_standards_that_it_was_set_by():
    """An archive and a screen reader look for these words."""
    assert b"pdfuaid:part" in printed()
    assert b"pdfaid:part" in printed()


@pytest.mark.parametrize("case", golden.LOOKED_AT)
def test_the_pages_look_as_they_did(case):
    """Nothing has moved, grown or gone. Meant? `python -m tests.golden`."""
    pages = golden.pictures(case, golden.LOOKED_AT[case])
    for k, page in enumerate(pages, 1):
        kept, now = (np.asarray(image, dtype=np.int16) for image in (Image.open(golden.picture(case, k)), page))
        assert kept.shape == now.shape
        assert (np.abs(kept - now) > DIFFERS).mean() < PART, f"page {k}"
