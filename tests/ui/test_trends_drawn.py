"""What the chart draws, read off its picture: every dot is an answer of its day, and what is missing stays missing."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from symtrack.diary import instrument
from symtrack.diary.record import Diary
from symtrack.diary.rows import PATIENT, Event, Rating, RatingColumns
from symtrack.ui.journal import Writer
from symtrack.ui.trends import ranges
from symtrack.ui.trends.chart import Chart
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.drawn import EACH
from symtrack.ui.trends.table import Table
from symtrack.ui.trends.window import Window
from symtrack.ui.trends.words import day_name
from tests.diaries import diary
from tests.ui.seen import THEME, seen

ITEMS = instrument.load().daily
ANNA = "caregiver:Anna"
DAYS = 120
ENDS = {
    "leap day": date(2024, 3, 10),
    "clocks forward": date(2026, 4, 8),
    "clocks back": date(2026, 11, 3),
}
RANGES = tuple(ranges.WORDS)


@pytest.fixture(params=list(ENDS.values()), ids=list(ENDS))
def told(request: pytest.FixtureRequest) -> Diary:
    """120 days up to soon after such a day: gaps of 1, 3 and 10 days, a caregiver, late entries, cycles."""
    last = request.param
    first = last - timedelta(days=DAYS - 1)
    scores = [str((k * 7) % 11) for k in range(DAYS)]
    for gone in (range(3, 4), range(50, 53), range(90, 100), range(115, 116)):
        for k in gone:
            scores[k] = "."
    late = ["3" if k % 10 == 5 else "." for k in range(DAYS)]
    view = [str((k * 3) % 11) if k % 6 == 0 else "." for k in range(DAYS)]
    picture = f"pain {' '.join(scores)}\nlate:pain {' '.join(late)}\npain@{ANNA} {' '.join(view)}"
    events = [Event(kind="cycle", day=first + timedelta(days=k)) for k in (20, 41, 62, 83, 104, 118)]
    events.append(Event(kind="cycle", day=last + timedelta(days=9), body={"status": "planned"}))
    events.append(Event(kind="treatment", day=first + timedelta(days=20), body={"type": "chemotherapy"}))
    events.append(Event(kind="visit", day=first + timedelta(days=80)))
    return diary(picture, first=first, events=events)


@pytest.fixture
def chart(qapp: QApplication, told: Diary) -> Iterator[Chart]:
    made = drawn_chart(told)
    yield made
    made.deleteLater()


def drawn_chart(told: Diary, *, width: int = 1000) -> Chart:
    course = Course.of(told, ITEMS)
    made = Chart(THEME, course, Window.over(course.first, course.until, earliest=course.first, latest=course.last))
    made.resize(width, 500)
    return made


def show(chart: Chart, key: str) -> Window:
    course = chart.course
    found = ranges.periods(
        date.fromordinal(course.first),
        date.fromordinal(course.until),
        course.events,
        date.fromordinal(course.last),
    )[key]
    window = Window.over(found.first.toordinal(), found.last.toordinal(), earliest=course.first, latest=course.last)
    chart.show_window(window)
    return window


def answered(chart: Chart, window: Window) -> dict[int, int]:
    """The patient's answers to the first item on the days that are shown."""
    own = chart.course.rows[0].own
    return {
        day: int(score)
        for day, score in zip(own.days.tolist(), own.scores.tolist(), strict=True)
        if score == score and window.first <= day <= window.last  # noqa: PLR0124 - NaN is no answer.
    }


@pytest.mark.parametrize("key", RANGES)
def test_every_answer_has_its_dot(chart: Chart, key: str) -> None:
    """In every range, over a leap day and both changes of the clock: one dot a day, on its day, at its score."""
    window = show(chart, key)
    found = seen(chart)
    assert found.of(0, "own", "late") == sorted(answered(chart, window).items())
    assert all(abs(dot.day - round(dot.day)) < 0.02 and abs(dot.score - round(dot.score)) < 0.02 for dot in found.dots)


@pytest.mark.parametrize("key", RANGES)
def test_a_gap_is_a_gap(chart: Chart, key: str) -> None:
    """A line joins neighbouring days alone, and the median does not go on into a silence."""
    window = show(chart, key)
    found, there = seen(chart), answered(chart, window)
    own = chart.course.rows[0].own
    for line in found.lines:
        for (row, day, _score), (_row, following, _other) in itertools.pairwise(line):
            assert row == 0
            assert following - day == pytest.approx(1, abs=0.02)
            assert not np.isnan(own.scores[round(day) - own.first])
    joined = {round(day) for line in found.lines for _row, day, _score in line}
    lonely = {day for day in there if not {day - 1, day + 1} & set(there)}
    assert {day for day in there if window.first < day < window.last} - lonely <= joined
    silent = range(chart.course.first + 90 + 1, chart.course.first + 99)
    assert not {round(day) for line in found.medians for _row, day, _score in line} & set(silent)


@pytest.mark.parametrize("key", RANGES)
def test_a_cycle_tick_is_on_its_day(chart: Chart, key: str) -> None:
    """Each first day of a cycle has its tick; the one that is expected is hollow, and lies after today."""
    window = show(chart, key)
    found = seen(chart)
    marks = [mark for mark in chart.course.marks if mark.kind == "cycle" and window.left <= mark.day <= window.right]
    assert sorted(found.ticks) == pytest.approx([mark.day for mark in marks if not mark.expected], abs=0.02)
    assert found.expected == pytest.approx([mark.day for mark in marks if mark.expected], abs=0.02)
    if key in {"treatment", "all"}:
        assert found.expected == pytest.approx([chart.course.until + 9], abs=0.02)


@pytest.mark.parametrize("key", RANGES)
def test_a_caregiver_is_hollow(chart: Chart, key: str) -> None:
    """Somebody else's view is never taken for the person's own."""
    window = show(chart, key)
    view = chart.course.rows[0].views[ANNA]
    expected = [
        (day, int(score))
        for day, score in zip(view.days[view.answered].tolist(), view.scores[view.answered].tolist(), strict=True)
        if window.first <= day <= window.last
    ]
    assert seen(chart).of(0, "hollow") == expected


def test_a_late_entry_is_lighter(chart: Chart) -> None:
    """What was entered days later is drawn in another colour."""
    window = show(chart, "all")
    late = [day for day, _score in seen(chart).of(0, "late")]
    first = chart.course.first
    assert late == [day for day in answered(chart, window) if (day - first) % 10 == 5]


def test_the_screen_has_its_dots_where_the_lines_have_them(chart: Chart) -> None:
    """On the screen dots are stamped, on paper they are drawn: at the same places."""
    show(chart, "weeks")
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    chart.paint(painter, THEME)
    painter.end()
    places, window = chart.places, chart.window_shown
    for dot in seen(chart).dots:
        x = round(places.left + (dot.day - window.left) / window.span * (places.right - places.left))
        y = round(places.y(dot.row, dot.score))
        inside = image.pixelColor(x, y)
        if dot.sign == "own":
            assert inside == THEME.color("ink")
        elif dot.sign == "hollow" and (dot.row, dot.day, dot.score) not in {
            (other.row, other.day, other.score) for other in seen(chart).dots if other.sign != "hollow"
        }:
            assert inside != THEME.color("ink")


def test_ten_years_have_at_most_a_dot_a_pixel_and_score(qapp: QApplication) -> None:
    """Where days are narrower than a dot, nothing is drawn twice, gaps stay, and moving changes no shape."""
    days = 3650
    first = date(2016, 5, 18)
    numbers = [str(k % 7) for k in range(days)]
    numbers[2000:2040] = ["."] * 40
    view = [str(k % 5) for k in range(days)]
    made = drawn_chart(diary(f"pain {' '.join(numbers)}\npain@{ANNA} {' '.join(view)}", first=first))
    course = made.course
    made.show_window(Window.over(course.until - 2999, course.until, earliest=course.first, latest=course.last))
    (row, *_rest) = made.drawn
    pixels = (made.places.right - made.places.left) / made.window_shown.span
    assert pixels < EACH
    for dots in row.dots:
        places = list(zip(np.floor(dots.days * pixels).tolist(), dots.values.tolist(), strict=True))
        assert len(places) == len(set(places))
    assert row.dots[-1].sign == "o"
    assert len(row.dots[-1].days) <= (made.places.right - made.places.left) / 8
    gap = course.first + 2000
    inside = {round(day) for line in seen(made).medians for _row, day, _score in line}
    assert not inside & set(range(gap + 4, gap + 30))
    before = {dots.sign: dots.days.tolist() for dots in row.dots}
    made.show_window(made.window_shown.moved(-100))
    last = made.window_shown.last
    after = {dots.sign: list(dots.days.tolist()) for dots in made.drawn[0].dots}
    for sign, ones in after.items():
        shared = [day for day in before[sign] if day < last - 60]
        assert [day for day in ones if shared[0] + 60 < day < last - 60] == [
            day for day in shared if day > shared[0] + 60
        ]
    made.deleteLater()


def entries() -> st.SearchStrategy[tuple[Diary, list[Rating]]]:
    """Any diary of up to 60 days: four items, two voices, moments, reasons, late entries, and things that happened."""
    row = st.tuples(
        st.integers(0, 59),
        st.sampled_from([None, None, "09:00", "23:30"]),
        st.sampled_from([item.key for item in ITEMS]),
        st.one_of(st.none(), st.integers(0, 10)),
        st.sampled_from([PATIENT, ANNA]),
        st.integers(0, 5),
    )
    happened = st.tuples(
        st.sampled_from(["cycle", "treatment", "scan", "visit", "stay", "dose", "change", "other", "goal"]),
        st.integers(-5, 80),
        st.one_of(st.none(), st.integers(0, 30)),
        st.sampled_from(
            [
                {},
                {"status": "planned"},
                {
                    "status": "skipped",
                    "type": "radiotherapy",
                    "medicine": "A",
                    "when": "needed",
                    "before": 5,
                    "after": 3,
                },
                {"item": "pain", "value": 3, "modality": "ct", "result": "bigger", "where": "hospital", "number": 4},
            ]
        ),
    )
    return st.builds(
        _made, st.lists(row, max_size=60), st.lists(happened, max_size=12), st.sampled_from([*ENDS.values()])
    )


def _made(rows: list[Any], happened: list[Any], last: date) -> tuple[Diary, list[Rating]]:
    first = last - timedelta(days=59)
    # As the store has it: one answer that counts for each day, time, item and voice.
    kept = {(day, time, item, voice): (score, late) for day, time, item, score, voice, late in rows}
    columns = [
        (first.toordinal() + day, time, item, score, None if score is not None else "unwell", voice, late)
        for (day, time, item, voice), (score, late) in kept.items()
    ]
    events = [
        Event(
            kind=kind,
            day=first + timedelta(days=day),
            until=None if lasts is None else first + timedelta(days=day + lasts),
            text="Something" if lasts != 0 else None,
            body=body,
        )
        for kind, day, lasts, body in happened
    ]
    ratings = RatingColumns(*zip(*columns, strict=True)) if columns else RatingColumns()
    rows = [
        Rating(day=date.fromordinal(day), time=time, item=item, score=score, reason=reason, voice=voice)
        for day, time, item, score, reason, voice, _late in columns
    ]
    return Diary.of(ratings, events, until=last), rows


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(given_diary=entries(), key=st.sampled_from(RANGES), width=st.integers(330, 1200))
def test_any_diary_is_drawn_and_tabled(
    qapp: QApplication, given_diary: tuple[Diary, list[Rating]], key: str, width: int
) -> None:
    """Whatever was entered, the table holds every number, and the dots are exactly the table's."""
    told, ratings = given_diary
    course = Course.of(told, ITEMS)
    made = drawn_chart(told, width=width)
    try:
        show(made, key if key in _offered(course) else "all")
        found, window = seen(made), made.window_shown
    finally:
        made.deleteLater()
    table = Table.of(course, course.first, course.until, ratings, writer=Writer(), person="")
    for rating in ratings:
        if rating.time and rating.score is not None:
            who = "me" if rating.voice == PATIENT else "Anna"
            name = day_name(rating.day.toordinal(), course.until)
            (line,) = [line for line in table.lines if line[:2] == (name, who)]
            assert f"{rating.score} at {rating.time}" in line[-1]
    given_scores = sum(int(series.answered.sum()) for series in told.series.values())
    cells = [cell for line in table.lines for cell in line[2:-1]]
    assert sum(cell.isdigit() for cell in cells) == given_scores
    if (made.places.right - made.places.left) / window.span < EACH:
        return
    shown = Table.of(course, window.first, window.last, (), writer=Writer(), person="")
    for k, _item in enumerate(ITEMS):
        for who, signs in (("me", ("own", "late")), ("Anna", ("hollow",))):
            scores = sorted(int(line[2 + k]) for line in shown.lines if line[1] == who and line[2 + k].isdigit())
            assert sorted(score for _day, score in found.of(k, *signs)) == scores


def _offered(course: Course) -> dict[str, object]:
    first, today = (date.fromordinal(day) for day in (course.first, course.until))
    return dict(ranges.periods(first, today, course.events))
