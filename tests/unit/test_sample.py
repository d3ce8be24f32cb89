"""The invented diary: the same every time, taken by a real store, and telling the whole story at any length."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise, product

import numpy as np
import pytest

from symtrack.diary import setting_keys, team
from symtrack.diary.check import check
from symtrack.diary.flag import Flag
from symtrack.diary.record import Diary
from symtrack.diary.rows import PATIENT, Event, Rating, Setting
from symtrack.errors import InputError
from symtrack.rules import evaluate
from symtrack.sample import build as built_anew
from symtrack.sample.scores import unrest
from symtrack.store import DiaryStore
from symtrack.store.rows import Rows

UNTIL = date(2026, 5, 15)
ANNA = "caregiver:Anna"
LENGTHS = (1, 2, 7, 30, 60, 180, 366, 1100)

Taken = Callable[..., DiaryStore]
build = cache(built_anew)
"""The same rows for every test that looks at them."""


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory):
    """A store that took a sample diary in, as the command does it; the same one for whoever asks for the same diary."""
    folder = tmp_path_factory.mktemp("taken")
    opened: list[DiaryStore] = []

    @cache
    def take(*, until: date = UNTIL, **given: int) -> DiaryStore:
        store = DiaryStore.open(
            folder / f"{len(opened)}.symtrack", create=True, clock=lambda: datetime.combine(until, time(23, 59), UTC)
        )
        opened.append(store)
        store.take(build(until=until, **given))
        return store

    yield take
    for store in opened:
        store.close()


def everything(rows: Rows) -> list[dict[str, object]]:
    return [row for table in rows.tables.values() for row in table]


def of_kind(store: DiaryStore, kind: str) -> list[Event]:
    return [event for event in store.events() if event.kind == kind]


@cache
def flags(store: DiaryStore, until: date = UNTIL) -> tuple[Flag, ...]:
    return evaluate(Diary.of(store.columns(), store.events(), until=until))


def own_scores(rows: Rows) -> dict[tuple[object, object], object]:
    """The patient's answers of each day and item, corrections in the place of what they correct."""
    found = [row for row in rows.tables["rating"] if row["voice"] == PATIENT and row["time"] is None]
    return {(row["day"], row["item"]): row["score"] for row in found}


def test_the_same_arguments_give_the_same_diary() -> None:
    """Pictures, tests and bug reports can speak of one diary."""
    first, again = (built_anew(until=UNTIL) for _turn in range(2))
    assert json.dumps(first.tables) == json.dumps(again.tables)
    assert first.diary == again.diary


def test_another_seed_is_another_diary() -> None:
    """Two seeds are two people: other ids throughout, and other numbers."""
    one, other = build(seed=1, until=UNTIL), build(seed=2, until=UNTIL)
    assert one.diary != other.diary
    assert {row["id"] for row in everything(one)} & {row["id"] for row in everything(other)} == set()
    assert own_scores(one) != own_scores(other)


@pytest.mark.parametrize("days", LENGTHS)
def test_a_real_store_takes_it_whole_and_again_unchanged(taken: Taken, days: int) -> None:
    """What comes out of the file is what was built, each table in order of id."""
    store, built = taken(days=days), build(days=days, until=UNTIL)
    assert store.rows() == built
    assert set(store.take(built).values()) == {0}


@pytest.mark.parametrize("days", LENGTHS)
def test_every_row_is_one_that_a_person_could_have_given(taken: Taken, days: int) -> None:
    """Scores, kinds, bodies and settings pass the same check as what is typed in."""
    store = taken(days=days)
    rows: list[Rating | Event] = [*store.ratings(date.min, UNTIL), *store.events()]
    for row in rows:
        check(row, today=UNTIL)
    for key, value in store.settings().items():
        check(Setting(key=key, value=value), today=UNTIL)
        setting_keys.check(key)


@pytest.mark.parametrize(
    ("until", "days"),
    [
        *product([UNTIL, date(2026, 5, 16), date(2026, 5, 17)], LENGTHS[:-1]),
        *product([date(2024, 2, 29), date(2025, 1, 1)], (1, 30, 366)),
        (UNTIL, LENGTHS[-1]),
    ],
)
def test_it_has_these_days_and_was_written_on_them(until: date, days: int) -> None:
    """Nothing lies before the first day or was written after the last one; only what is planned lies after it."""
    first = until - timedelta(days=days - 1)
    rows = build(days=days, until=until)
    written = [datetime.fromisoformat(str(row["recorded_at"])) for row in everything(rows)]
    assert {moment.utcoffset() for moment in written} == {timedelta(0)}
    assert first <= min(written).date() <= max(written).date() <= until
    answered = {date.fromisoformat(str(row["day"])) for row in rows.tables["rating"]}
    assert first <= min(answered) <= max(answered) == until
    events = [(date.fromisoformat(str(row["day"])), row) for row in rows.tables["event"]]
    assert first <= min(day for day, _row in events)
    assert {row["kind"] for day, row in events if day > until} == {"visit", "cycle"}
    assert all(datetime.fromisoformat(str(row["recorded_at"])).date() >= day for day, row in events if day <= until)


@pytest.mark.parametrize("offset", range(7))
def test_hospital_days_are_working_days(offset: int) -> None:
    """Nobody is given a treatment on a Sunday, whichever day the diary ends on."""
    rows = build(until=UNTIL + timedelta(days=offset)).tables["event"]
    hospital = [row for row in rows if row["kind"] in {"cycle", "scan", "visit"}]
    assert max(date.fromisoformat(str(row["day"])).weekday() for row in hospital) < 5


def test_a_short_diary_is_the_end_of_a_long_one() -> None:
    """However many days are asked for, the last month is the same month."""
    short, long = own_scores(build(days=30, until=UNTIL)), own_scores(build(days=365, until=UNTIL))
    assert short == {place: long[place] for place in short}


def test_two_lines_of_treatment_and_a_scan_between(taken: Taken) -> None:
    """The first line ends after a scan that shows growth, the second goes on; cycles are 21 days, one was delayed."""
    store = taken()
    first, second = of_kind(store, "treatment")
    assert (first.body["line"], second.body["line"], second.until) == (1, 2, None)
    assert first.until is not None
    assert [scan.body["result"] for scan in of_kind(store, "scan")] == ["same", "bigger"]
    assert first.day < of_kind(store, "scan")[1].day < first.until < second.day
    given = [cycle for cycle in of_kind(store, "cycle") if cycle.body["status"] != "planned"]
    apart = [(later.day - earlier.day).days for earlier, later in pairwise(given)]
    assert apart == [21, 21, 28, 21, 35, 21, 21]
    assert [cycle.body["number"] for cycle in given if cycle.body["status"] == "delayed"] == [4]
    treatments = {str(row["id"]) for row in store.rows().tables["event"] if row["kind"] == "treatment"}
    assert {str(cycle.body["treatment"]) for cycle in given} <= treatments


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_numbers_move_as_in_life(taken: Taken, seed: int) -> None:
    """Nausea and loss of appetite rise after each treatment, fatigue climbs, pain is low at first and never frozen."""
    store = taken(seed=seed)
    diary = Diary.of(store.columns(), store.events(), until=UNTIL)
    pain, nausea, appetite, fatigue = (
        diary.series[PATIENT, item].scores for item in ("pain", "nausea", "appetite", "fatigue")
    )
    days = diary.series[PATIENT, "pain"].days
    starts = [cycle.day.toordinal() for cycle in of_kind(store, "cycle") if cycle.day <= UNTIL]
    since = np.array([min((day - start for start in starts if start <= day), default=99) for day in days])
    assert np.nanmean(nausea[since < 5]) > np.nanmean(nausea[since > 6]) + 2.5
    assert np.nanmean(appetite[since < 6]) > np.nanmean(appetite[since > 8]) + 1.5
    assert np.nanmean(fatigue[-60:]) > np.nanmean(fatigue[:60]) + 1
    assert len(np.unique(pain[:90][~np.isnan(pain[:90])])) >= 3
    assert np.nanmean(pain[:90]) < 3


def test_a_day_resembles_the_one_before_it() -> None:
    """A bad day is more often followed by a bad one, as diaries of real people show; the size of unrest is steady."""
    drawn = np.array(unrest(5000, "a seed"))
    assert np.corrcoef(drawn[:-1], drawn[1:])[0, 1] == pytest.approx(0.4, abs=0.05)
    assert np.std(drawn) == pytest.approx(1, abs=0.05)


def test_a_changed_dose_ends_a_bad_week(taken: Taken) -> None:
    """Pain is 7 or more for most of a week, a medicine is changed, and within three days pain is mild again."""
    store = taken()
    changed = of_kind(store, "change")[-1].day
    assert of_kind(store, "change")[-1].body["from"]
    pain = {
        rating.day: rating.score
        for rating in store.ratings(date.min, UNTIL)
        if (rating.item, rating.voice, rating.time) == ("pain", PATIENT, None)
    }
    week = [pain[changed - timedelta(days=k)] for k in range(1, 8)]
    assert sum(score is not None and score >= 7 for score in week) >= 6
    after = pain[changed + timedelta(days=3)]
    assert after is not None
    assert after <= 3


def test_days_are_missing_in_every_way_that_days_go_missing(taken: Taken) -> None:
    """A gap of five days, a day too unwell, items not answered, a day written down three days later."""
    store = taken()
    ratings = [rating for rating in store.ratings(date.min, UNTIL) if rating.voice == PATIENT]
    written = sorted({rating.day for rating in ratings})
    gaps = [(later - earlier).days - 1 for earlier, later in pairwise(written)]
    assert max(gaps) == 5
    unwell = [rating for rating in ratings if rating.reason == "unwell"]
    assert len(unwell) == len({rating.item for rating in unwell}) == 4
    assert len({rating.action for rating in unwell}) == 1
    assert sum(rating.reason == "declined" for rating in ratings) >= 3
    assert set(store.columns().late) == {0, 3}
    assert sum(rating.time is not None for rating in ratings) >= 4


def test_others_write_too_and_stay_apart(taken: Taken) -> None:
    """Anna typed what the patient said on some days, and wrote her own view on four days of the bad stretch."""
    store = taken()
    ratings = store.ratings(date.min, UNTIL)
    assert len({rating.day for rating in ratings if rating.voice == ANNA}) == 4
    assert {rating.entered_by for rating in ratings} == {None, "Anna"}
    assert {rating.voice for rating in ratings if rating.entered_by} == {PATIENT}


def test_a_correction_names_what_it_corrects(taken: Taken) -> None:
    """The number that was pressed first stays in the file and counts no more."""
    store = taken()
    rows = {row["id"]: row for row in store.rows().tables["rating"]}
    corrected = [row for row in rows.values() if row["replaces"]]
    assert len(corrected) == 2
    assert all(rows[str(row["replaces"])]["score"] != row["score"] for row in corrected)
    counting = {rating.id for rating in store.ratings(date.min, UNTIL)}
    assert not counting & {row["replaces"] for row in corrected}


def test_three_questions_wait_and_one_was_answered_at_a_visit(taken: Taken) -> None:
    """The answered question names the visit at which it was answered."""
    store = taken()
    questions = of_kind(store, "question")
    answered = [question for question in questions if question.body.get("answer")]
    assert (len(questions), len(answered)) == (4, 1)
    assert answered[0].body["visit"] in {visit.id for visit in of_kind(store, "visit")}


def test_there_are_notes_visits_and_a_level_chosen(taken: Taken) -> None:
    """What the pages show besides numbers is there, and the next visit is a few days off."""
    store = taken()
    assert len(of_kind(store, "note")) >= 12
    assert [goal.body for goal in of_kind(store, "goal")] == [{"item": "pain", "value": 3}]
    assert 1 <= (of_kind(store, "visit")[-1].day - UNTIL).days <= 7
    assert store.settings()["name"] == "M. Example"


@pytest.mark.parametrize(("moment", "number"), [("2026-05-15 14:00", "960 111"), ("2026-05-17 03:00", "960 222")])
def test_there_is_always_somebody_to_ring(taken: Taken, moment: str, number: str) -> None:
    """In office hours one number answers, at night and at weekends the other."""
    ring = team.ring_at(team.contacts(taken(days=1).settings()["team"]), datetime.fromisoformat(moment))
    assert ring is not None
    assert ring.number.endswith(number)


@pytest.mark.parametrize(
    ("until", "seed"),
    [*product([UNTIL], range(1, 9)), *product([date(2026, 5, 14), date(2026, 5, 12)], (1, 5))],
)
def test_points_are_waiting_at_the_end(taken: Taken, seed: int, until: date) -> None:
    """On the last day there is one reason to phone and one thing for the next visit, and nothing else on the screen."""
    waiting = [flag for flag in flags(taken(seed=seed, until=until), until) if flag.on_screen(until)]
    assert {(flag.rule, flag.items, flag.urgency) for flag in waiting} == {
        ("nausea-not-eating", ("nausea", "appetite"), "phone"),
        ("worse-than-usual", ("pain",), "visit"),
    }


@pytest.mark.parametrize("seed", range(1, 9))
def test_earlier_points_were_dealt_with(taken: Taken, seed: int) -> None:
    """Every mark in the diary meets a point that was raised on the very day that it names."""
    store = taken(seed=seed)
    raised = {(flag.rule, flag.items, flag.voice, flag.raised.isoformat()) for flag in flags(store)}
    marks = [mark.body for mark in of_kind(store, "flagmark")]
    assert {mark["as"] for mark in marks} == {"known", "talked"}
    assert {(m["rule"], tuple(map(str, m["items"])), m["voice"], m["raised"]) for m in marks} <= raised  # type: ignore[call-overload]
    call = of_kind(store, "call")[0]
    assert call.action in {mark.action for mark in of_kind(store, "flagmark")}


@pytest.mark.parametrize(("days", "until"), [(0, UNTIL), (-3, UNTIL), (30, date(1, 1, 5)), (30, date.max)])
def test_days_that_cannot_be_are_refused_with_one_sentence(days: int, until: date) -> None:
    """No traceback for a diary of no days, or one before there were such clocks."""
    with pytest.raises(InputError):
        build(days=days, until=until)
