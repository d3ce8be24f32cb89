"""The paper as one HTML file: the same numbers as in print, nothing fetched, nothing run."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st

from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.report import build, html
from symtrack.report.blocks import Charts, Table
from tests.diaries import day, diary

EIGHT_DAYS = """
    pain                 2 3 3 . 4 7 x 8
    nausea               0 0 1 2 0 0 1 0
    pain@caregiver:Anna  . . . 6 . . . .
    goal:pain            3
    event                c . . . . . . .
"""
VOID = {"meta", "br", "circle", "rect", "path", "polyline"}


def paper(*events, settings=None, picture=EIGHT_DAYS):
    drawn = diary(picture, events=events)
    return build(drawn, (), Period(day(1), day(8)), settings=settings or {})


class Page(HTMLParser):
    """Every tag with what it has, and the text; an end without its beginning is an error."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data

    def each(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def test_says_what_the_paper_says():
    """Whoever gets the web page reads every cell that is in print."""
    blocks = paper(Event(kind="note", day=day(3), text="Slept in the chair."), settings={"name": "M. Example"})
    page = Page(html.of(blocks))
    assert "M. Example" in page.text
    for block in blocks:
        rows = list(block.rows) if isinstance(block, Table) else []
        if isinstance(block, Charts):
            rows = [cells for chart in block.charts for cells in chart.numbers]
        assert [cell for cells in rows for cell in cells if cell not in page.text] == []


def test_draws_each_answer():
    """Six numbers of pain are six dots, eight of nausea eight, and the daughter's own view is hollow."""
    page = Page(html.of(paper()))
    hollow = [each for each in page.each("circle") if each.get("class") == "hollow"]
    full = [each for each in page.each("circle") if "class" not in each]
    assert len(hollow) == 1 + 1  # Hers, and the sign in the legend.
    assert len(full) == 6 + 8 + 1


def test_is_heard_as_it_is_seen():
    """A screen reader gets the language, a name for each chart with its numbers, and names of columns and rows."""
    page = Page(html.of(paper()))
    assert page.each("html")[0]["lang"]
    named = [each["aria-label"] for each in page.each("svg") if each.get("role") == "img"]
    assert [name.split(",")[0] for name in named] == ["Pain", "Nausea"]
    assert all(each["scope"] in {"col", "row"} for each in page.each("th"))


def test_nothing_is_fetched_and_nothing_run():
    """The file is opened by a clinic: it asks for nothing, and what a person wrote stays text."""
    words = '<script>alert(1)</script><img src="http://x.example/p.png" onerror=x> & "so"'
    page = Page(html.of(paper(Event(kind="note", day=day(3), text=words), settings={"name": words})))
    assert words in page.text
    assert {"script", "img", "link", "iframe", "a"}.isdisjoint(tag for tag, _attrs in page.tags)
    assert not any(key.startswith("on") or key in {"src", "href"} for _tag, attrs in page.tags for key in attrs)
    assert "default-src 'none'" in page.each("meta")[-1]["content"]


@pytest.mark.parametrize(("picture", "length"), [("pain .", 1), ("pain 5", 1)])
def test_little_is_a_page_too(picture, length):
    """An empty period and a single answer make a page."""
    drawn = diary(picture, until=day(length))
    Page(html.of(build(drawn, (), Period(day(1), day(length)))))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_words_stay_words(words):
    """Nothing that somebody writes breaks the page."""
    Page(html.of(paper(Event(kind="note", day=day(3), text=words + "."), settings={"name": words, "matters": words})))
