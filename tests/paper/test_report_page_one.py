"""Page one stays one page, whatever was entered, and every number on it can be found again in the rows."""

import io
import json
import re
from datetime import date, timedelta
from functools import cache
from statistics import median
from typing import Any

import pytest
from hypothesis import given, strategies as st
from pypdf import PdfReader

from symtrack import sample
from symtrack.diary.period import Period
from symtrack.i18n import number
from symtrack.report import build
from symtrack.report.blocks import Charts, Numbered, Table, Turn, Words
from symtrack.rules import evaluate
from tests.diaries import columns, diary
from tests.plain_diary import PlainDiary, by_id
from tests.unit import papers
from tests.unit.papers import CASES, LAST


def made(case):
    return CASES[case]()


@cache
def pages(case, paper):
    """The text of each page; reading it takes longer than setting it."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(papers.printed(case, paper))).pages]


def page_one(case):
    """What has to stand on page one: everything before the turn."""
    for block in made(case):
        match block:
            case Turn():
                return
            case Words():
                yield from (block.heading, *block.paragraphs)
            case Numbered():
                yield from (block.heading, *block.entries)
            case Table():
                yield from (block.heading, *(cell for row in block.rows for cell in row), block.more)
            case Charts():
                yield from (chart.name for chart in block.charts)


def letters(text):
    """The text without anything that a line end may have changed."""
    return re.sub(r"[^\w]", "", text)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", CASES)
def test_page_one_is_one_page(case, paper):
    """Whatever the diary holds, and however long its words are: the rest begins on another page."""
    if case in {"arabic", "strange_letters"}:
        told = [text for text in page_one(case) if text.isascii()]
    else:
        told = list(page_one(case))
    there = letters(pages(case, paper)[0])
    assert [text for text in told if letters(text) not in there] == []


FOOT, USUAL = 48, 9.5
"""In points: the margin below, and the size of words that nothing pressed smaller."""


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", ["demo", "everything", "german", "longer_words"])
def test_words_are_smaller_only_on_a_page_that_is_full(case, paper):
    """What smaller words leave free goes back to the charts, and is no blank at the foot."""
    found: list[tuple[float, float]] = []

    def read(text, current, placed, _font, size):
        if text.strip():
            found.append((placed[5] * current[3] + current[5], size * abs(placed[0] * current[0])))

    PdfReader(io.BytesIO(papers.printed(case, paper))).pages[0].extract_text(visitor_text=read)
    lowest, size = min((y, size) for y, size in found if y > FOOT)
    assert lowest < FOOT + 1 or size == pytest.approx(USUAL, abs=0.05)


def test_longer_words_cost_no_point():
    """A German page one has as many points as the English one of the same diary."""
    english, german = (next(b for b in made(case) if isinstance(b, Table)) for case in ("demo", "german"))
    assert len(german.rows) == len(english.rows)


@pytest.mark.parametrize("case", CASES)
def test_every_page_says_whose_it_is_and_which(case):
    """A sheet that fell out of the folder finds its way back."""
    texts = pages(case, "a4")
    count = f"{len(texts)}" if case not in {"longer_words", "german", "german_words"} else None
    for k, said in enumerate(texts, 1):
        assert count is None or f"Page {k} of {count}" in said
        assert case in {"arabic", "strange_letters"} or made(case)[0].name in said


@pytest.mark.parametrize("case", CASES)
def test_no_heading_stands_alone_at_the_foot_of_a_page(case):
    """A heading is followed by something on its own page."""
    headings = {block.heading for block in made(case) if getattr(block, "heading", "")}
    for page in pages(case, "a4"):
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        body = [line for line in lines if not line.startswith(("Self-reported", "A day’s number", "Page "))]
        assert body[-1] not in headings


def test_many_symptoms_leave_no_page_half_empty():
    """Fifteen symptoms: more of them follow than fit on a page, and what is begun there goes on with its time axis."""
    _first, second, third, *_rest = pages("everything", "a4")
    assert "Feeling unwell overall" in second
    assert "Anxiety" in second
    assert "Poor sleep" in third
    assert third.index("cycle 1") < third.index("Poor sleep") < third.index("before", third.index("Poor sleep"))


SCORES = st.one_of(st.just("."), st.just("x"), st.integers(0, 10).map(str))
PICTURES = st.fixed_dictionaries(
    {item: st.lists(SCORES, min_size=1, max_size=80) for item in ("pain", "nausea", "appetite", "fatigue")}
)


@given(PICTURES, st.integers(1, 90))
def test_every_number_on_page_one_is_found_again_in_the_rows(rows, length):
    """Counted anew, as plainly as can be, from the rows as the store hands them out."""
    picture = "\n".join(f"{item} {' '.join(marks)}" for item, marks in rows.items())
    told = diary(picture)
    last = date.fromordinal(told.until)
    period = Period.ending(last, length)
    blocks = build(told, evaluate(told), period)
    charts = next((block for block in blocks if isinstance(block, Charts)), None)
    head: Any = blocks[0]
    span = min(28, length)
    now = [last - timedelta(days=k) for k in range(span)]
    before = [last - timedelta(days=span + k) for k in range(span)]
    given_rows = columns(picture)
    scores = {
        (item, date.fromordinal(ordinal)): score
        for ordinal, item, score in zip(given_rows.day, given_rows.item, given_rows.score, strict=True)
        if score is not None
    }
    for chart in charts.charts if charts else ():
        item = {"Pain": "pain", "Nausea": "nausea", "Loss of appetite": "appetite", "Fatigue": "fatigue"}[chart.name]
        then, lately = ([scores[item, d] for d in days if (item, d) in scores] for days in (before, now))
        assert chart.numbers == tuple(_beside(then, lately, span))
        shown = {dot.day: dot.score for dot in chart.dots}
        assert all(scores[item, date.fromordinal(ordinal)] == score for ordinal, score in shown.items())
        assert {d.toordinal() for d in (*now, *before) if (item, d) in scores} <= shown.keys()
    answered = {d for item, d in scores if d in period}
    if given_rows.day:
        days = (last - max(date.fromordinal(min(given_rows.day)), period.first)).days + 1
        assert head.lines[-1].replace("\u00a0", " ").startswith(f"{len(answered)} of {days} day")


def _beside(before, now, span):
    for name, count in (("median", median), ("worst", max), ("days ≥ 7", lambda some: sum(s >= 7 for s in some))):
        a, b = (float(count(some)) if some else None for some in (before, now))
        change = "" if a is None or b is None else _signed(b - a)
        yield name, _said(a), _said(b), change
    yield "answered", f"{len(before)} of {span}", f"{len(now)} of {span}", ""


def _said(value):
    return "–" if value is None else number(value)


def _signed(value):
    return "0" if not value else ("+" if value > 0 else "−") + number(abs(value))


def test_the_counts_of_the_invented_diary_are_found_again():
    """Doses, bowels, weight, vomiting and nights on the printed page, counted from the rows of the file."""
    charts = next(block for block in made("demo") if isinstance(block, Charts))
    before, now = ([date.fromordinal(day) for day in range(w.first, w.last + 1)] for w in charts.windows)
    happened = _rows()
    lines = {block.heading: block.paragraphs for block in made("demo") if isinstance(block, Words)}

    doses = [row for row in happened if row["kind"] == "dose" and _needed(row["body"])]
    for line in lines["Doses when needed"]:
        name = line.partition(": ")[0]
        mine = [row for row in doses if row["body"]["medicine"] == name]
        taken, earlier = ([row["body"] for row in mine if row["day"] in days] for days in (now, before))
        several = "dose" if len(taken) == 1 else "doses"
        assert line.startswith(f"{name}: {len(taken)} {several} in the last {len(now)} days, {len(earlier)} before.")
        both = [body for body in taken if "before" in body and "after" in body]
        if both:
            first, then = (number(median(body[key] for body in both)) for key in ("before", "after"))
            assert f"Score {first}\u00a0→\u00a0{then}" in line

    def noted(what, days):
        found: dict[Any, Any] = {}
        for row in happened:
            if row["kind"] == "measurement" and row["body"]["what"] == what and row["day"] in days:
                found.setdefault(row["day"], []).append(row["body"]["value"])
        return found

    weights, bowels, sick = noted("weight", before + now), noted("bowels", now), noted("vomiting", now)
    first, then = weights[min(weights)][-1], weights[max(weights)][-1]
    yes = sum(max(values) for values in bowels.values())
    spells = [row for row in happened if row["kind"] == "episode" and row["day"] in now]
    spell_days, worst = {row["day"] for row in spells}, max(row["body"]["worst"] for row in spells)
    open_days = len(now) - len(bowels)
    woken = [value for values in noted("woken", now).values() for value in values]
    apart = "Counted apart from the day’s pain."
    assert {
        f"Weight {number(first)} → {number(then)} kg ({_signed(100 * (then - first) / first)} %)",
        f"Vomiting noted on {sum(sum(v) > 0 for v in sick.values())} days, {sum(map(sum, sick.values())):.0f} in all.",
        f"Bowels: “no” on {len(bowels) - yes} of {len(now)} days, “yes” on {yes}, not marked on {open_days}.",
        f"Nights: woken by pain {sum(woken)} times ({len(woken)} nights noted).",
        f"Sudden bad pain: {len(spells)} times on {len(spell_days)} days, worst {worst}. {apart}",
    } <= {line.partition(" since ")[0] for line in lines["Also"]}


def _rows():
    """The events that count, found by the plain way."""
    plain = PlainDiary()
    plain.merge(by_id(sample.build(until=LAST)))
    rows: list[Any] = [dict(plain.rows[id_][1]) for id_ in plain.events().values()]
    for row in rows:
        row["day"], body = date.fromisoformat(row["day"]), row["body"]
        row["body"] = json.loads(body) if isinstance(body, str) else body
    return [row for row in rows if row["day"] <= LAST]


def _needed(body):
    return body.get("when", "needed") == "needed" and body.get("taken", "yes") == "yes"
