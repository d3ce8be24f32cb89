"""Moving in from another app: what is sure comes in, what is not is asked, and one undo takes all of it back."""

from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

import pytest

from symtrack.diary.rows import Rating, Setting
from symtrack.errors import InputError
from symtrack.exchange.foreign import map_words
from symtrack.exchange.foreign.choice import NEW, OUT, Choice, Choices, Scale
from symtrack.exchange.foreign.suggest import strange, suggestions
from symtrack.exchange.formats.any_csv import FORMAT as TABLE
from symtrack.exchange.importing import move_in
from symtrack.store import DiaryStore
from tests.foreign import FILES, bring, read, sure

DAY = date(2025, 4, 3)
NOON = datetime(2026, 5, 20, 12, 0, tzinfo=timezone(timedelta(hours=2)))
TRACKED = FILES / "track-and-graph.csv"


@pytest.fixture
def store(tmp_path: Path):
    """An empty diary."""
    with DiaryStore.open(tmp_path / "mine.symtrack", create=True, clock=lambda: NOON) as opened:
        yield opened


def answers(store: DiaryStore) -> dict[tuple[str, str | None, str], int | None]:
    return {(r.day.isoformat()[5:], r.time, r.item): r.score for r in store.ratings(date.min, date.max)}


def pain(*numbers: object, name: str = "Pain") -> str:
    """A table with one column, from 3 April on."""
    days = "".join(f"2025-04-{day:02},{number}\n" for day, number in enumerate(numbers, start=3))
    return f'Date,"{name}"\n{days}'


@pytest.mark.parametrize(
    ("low", "high", "better", "number", "score"),
    [
        (0, 4, False, "4", 10),
        (0, 4, False, "1", 3),  # 2.5: a half goes up
        (0, 4, True, "3", 3),  # turned round before it is rounded: 2.5
        (1, 5, False, "1", 0),
        (1, 5, True, "5", 0),
        (1, 10, False, "5.5", 5),
        (-2, 2, False, "0", 5),
        (0, 10, False, "7", 7),
        (0, 4, False, "5", None),
        (1, 5, False, "0", None),
    ],
)
def test_a_scale_is_stretched_to_ten_and_may_be_turned_round(low, high, better, number, score):
    """The ends stay the ends, a half goes up, and a number that is not on the scale becomes nothing."""
    assert Scale.of(low, high, better=better).score(Fraction(number)) == score


@pytest.mark.parametrize(
    ("name", "numbers", "taken"),
    [
        ("Pain", (0, 3, 9), "pain"),
        ("Schmerz", (8, 2), "pain"),
        ("Appetite loss", (8, 2), "appetite"),
        ("Pain (0-4)", (0, 3, 4), "pain"),
        ("pain_level 0-10", (1, 2), "pain"),
        ("Pain", (0, 3, 4), OUT),  # on 0–4, 0–5 or 0–10
        ("Pain", (0, 3, 7), OUT),
        ("Pain", (0, 3, 40), OUT),
        ("Pain", (0, 8.5), OUT),
        ("Pain", (0, 9, "bad"), OUT),
        ("Pain (left knee)", (0, 9), OUT),
        ("Pain (0-10, 10 = none)", (0, 9), OUT),
        ("Appetite", (0, 9), OUT),  # higher is better
        ("Mood", (0, 9), OUT),
        ("Steps", (0, 9), OUT),
        ("Pain (0-4)", (0, 5), OUT),
    ],
)
def test_only_what_nobody_could_doubt_is_taken_without_asking(name, numbers, taken):
    """The meaning, the direction and the scale have to be known; whatever is left out says why."""
    reading, choices = sure(pain(*numbers, name=name))
    (choice,) = choices.by_subject.values()
    assert choice.target == taken
    assert bool(choice.why) == (taken == OUT)
    assert reading.survey.subjects[0].entries == len(numbers)


def test_a_file_without_any_symptom_says_so():
    """Steps and heart beats are read, and nothing of them is a symptom."""
    reading = read(FILES / "table-google-fit-daily.csv")
    offers = suggestions(TABLE, reading.survey, {})
    assert strange(offers)
    assert {offer.sure for offer in offers.values()} == {False}


@pytest.mark.parametrize(
    ("values", "target"),
    [((3, 4, 2), NEW), ((41, 3), OUT), (("mild", "bad"), NEW), (("it was a long day and I slept badly", "ok"), "note")],
)
def test_what_no_question_is_called_like_is_offered_as_what_it_may_be(values, target):
    """A question of one's own, notes, or nothing where the numbers are on no usual scale; and never without asking."""
    (offer,) = suggestions(TABLE, read(pain(*values, name="Itching")).survey, {}).values()
    assert (offer.choice.target, offer.sure) == (target, False)


def test_two_columns_that_could_be_one_question_are_both_asked_about():
    """Otherwise one person's pain would be mixed of two things."""
    _reading, choices = sure("Date,Pain,Schmerz\n2025-04-03,8,9\n")
    assert {choice.target for choice in choices.by_subject.values()} == {OUT}


def test_what_comes_in_is_one_action_and_is_taken_back_whole(store):
    """Scores, a measurement, a note and a new question; after one undo the diary is as it was."""
    reading = read('Date,Pain,Weight (kg),Itching,Diary\n2025-04-03,8,"70,5",3,slept\n2025-04-04,2,,4,\n')
    known = Choices.of({}, reading.survey.orders)
    for subject, choice in {
        "Pain": Choice(target="pain"),
        "Weight (kg)": Choice(target="measure.weight", unit="kg"),
        "Itching": Choice(target=NEW),
        "Diary": Choice(target="note"),
    }.items():
        known = known.having(subject, choice)
    trial = move_in(store, reading, known, dry_run=True)
    assert not store.path.exists()
    assert move_in(store, reading, known) == trial
    assert trial.added == {"ratings": 4, "events": 2}
    assert answers(store)["04-04", None, "own.itching"] == 4
    measured, note, about = store.events()
    assert (measured.kind, note.kind, about.kind) == ("measurement", "note", "import")
    assert about.body["mapping"]["Weight (kg)"] == {"target": "measure.weight", "unit": "kg"}
    assert store.settings()["item.own.itching"] == {"name": "Itching"}
    store.undo()
    assert (answers(store), store.events(), store.settings().get("item.own.itching")) == ({}, [], None)


def test_the_same_file_adds_nothing_a_second_time(store):
    """Also where it was read with other choices, or has grown: only what is new comes in, and what is there stays."""
    assert bring(store, pain(8, 2)).added["ratings"] == 2
    assert bring(store, pain(8, 2)).added == {"ratings": 0, "events": 0}
    assert bring(store, pain(8, 2, 3)).added == {"ratings": 1, "events": 0}
    reading = read(pain(8, 2))
    again = move_in(store, reading, Choices(by_subject={"Pain": Choice(target="pain", scale=Scale.of(0, 20))}))
    assert (again.added["ratings"], again.different) == (0, 2)
    assert list(answers(store).values()) == [8, 2, 3]


def test_what_was_deleted_after_an_import_does_not_come_back_with_the_same_file(store):
    """Taking an answer away is a wish too."""
    bring(store, pain(8, 2))
    store.withdraw(store.ratings(DAY, DAY)[0].id)
    assert bring(store, pain(8, 2)).added["ratings"] == 0
    assert list(answers(store)) == [("04-04", None, "pain")]


def test_what_was_measured_comes_in_once_and_what_is_new_of_it_too(store):
    """Two values of one day are two; the next export of the app has both of them and one more."""
    table = 'Date,Weight in kg,Water (ml)\n2025-04-03,"70,125",1500\n2025-04-03,70.5,\n'
    assert bring(store, table).added["events"] == 3
    assert bring(store, f"{table}2025-04-04,70,\n").added["events"] == 1
    values = {event.body["value"] for event in store.events() if event.kind == "measurement"}
    assert values == {70.125, 70.5, 70, 1500}


def test_a_comma_that_may_stand_for_thousands_is_no_number(store):
    """1,500 ml is a large bottle or hardly a drop."""
    became = bring(store, 'Date,Water (ml)\n2025-04-03,"1,500"\n2025-04-04,900\n').became
    assert became is not None
    assert [out.examples for out in became.left_out] == [("line 2: 1,500",)]


def test_the_next_export_of_an_app_needs_no_telling(store):
    """What the person said of it once is known; where a number no longer fits it is asked anew."""
    first = (
        "FeatureName,Timestamp,Value,Label,Note\r\nPain,2025-04-03T20:00:00Z,3,,\r\nItch,2025-04-03T20:00:00Z,2,,\r\n"
    )
    said = {
        "Pain": Choice(target="pain", scale=Scale.of(0, 4, better=True)),
        "Itch": Choice(target=NEW, name="Itching"),
    }
    assert move_in(store, read(first), Choices(by_subject=said)).added["ratings"] == 2
    assert (
        bring(store, f"{first}Pain,2025-04-04T20:00:00Z,4,,\r\nItch,2025-04-04T20:00:00Z,1,,\r\n").added["ratings"] == 2
    )
    assert answers(store)["04-04", "20:00", "pain"] == 0
    assert answers(store)["04-04", "20:00", "own.itching"] == 1
    _reading, choices = sure(f"{first}Pain,2025-04-05T20:00:00Z,7,,\n", store)
    assert (choices.by_subject["Pain"].target, choices.by_subject["Itch"].target) == (OUT, NEW)


def test_of_any_other_table_what_was_said_before_is_only_offered(store):
    """It may be another table, that means something else by the same name."""
    reading = read(pain(3, 2))
    move_in(store, reading, Choices(by_subject={"Pain": Choice(target="pain", scale=Scale.of(0, 4))}))
    (offer,) = suggestions(TABLE, reading.survey, store.settings(), store.events()).values()
    assert (offer.sure, offer.choice.scale) == (False, Scale.of(0, 4))


def test_an_answer_that_contradicts_the_diary_stays(store):
    """What the person entered here is not overwritten."""
    store.add(Rating(day=DAY, item="pain", score=1))
    brought = bring(store, pain(8))
    assert (brought.added["ratings"], brought.different) == (0, 1)
    assert answers(store) == {("04-03", None, "pain"): 1}


def test_track_and_graph_keeps_moments_and_gives_the_night_to_the_evening_before(store):
    """An entry at 00:20 is of the day before, which is counted; a duration is no score; two of a day are moments."""
    reading = read(TRACKED)
    choices = Choices(by_subject={name: Choice(target=name.casefold()) for name in ("Pain", "Nausea")})
    became = move_in(store, reading, choices).became
    assert became is not None
    assert answers(store)["03-29", "00:20", "nausea"] == 2
    assert (became.read, became.early, became.taken["Pain"]) == (6, 1, 3)
    assert [(out.subject, out.count) for out in became.left_out] == [("", 1)]
    notes = [event.text for event in store.events() if event.kind == "note"]
    assert notes == ["past midnight: whose day?", "after the walk, left hip"]


def test_the_hour_at_which_the_persons_day_begins_counts(store):
    """Whoever goes to bed at two o'clock has chosen so."""
    store.add(Setting(key="day-start", value="00:00"))
    move_in(store, read(TRACKED), Choices(by_subject={"Nausea": Choice(target="nausea")}))
    assert ("03-30", "00:20", "nausea") in answers(store)


def test_track_and_graphs_older_form_has_the_label_after_a_colon(store):
    """“2:poor” is a 2, higher is better, and turned round it is an 8."""
    reading = read(FILES / "track-and-graph-legacy.csv")
    appetite = reading.survey.subject("Appetite")
    assert appetite is not None
    assert appetite.labels == {"2": "poor", "8": "good"}
    choices = Choices(by_subject={"Appetite": Choice(target="appetite", scale=Scale.of(0, 10, better=True))})
    move_in(store, reading, choices)
    assert answers(store) == {("09-14", "21:32", "appetite"): 8, ("09-15", "21:32", "appetite"): 2}


def test_of_two_answers_for_one_day_the_worse_is_taken_and_the_other_counted(store):
    """As the worst of a day's moments is the day's value."""
    became = bring(store, "Date,Pain,Notes\n2025-04-03,2,first\n2025-04-03,8,\n2025-04-03,5,\n2025-04-03,8,\n").became
    assert became is not None
    assert answers(store) == {("04-03", None, "pain"): 8}
    assert [(out.count, "worse" in out.why) for out in became.left_out] == [(2, True), (1, False)]


def test_what_cannot_be_taken_is_counted_and_says_where(store):
    """A day that has not come, a number beyond the scale, a line without a day."""
    became = bring(store, "Date,Pain (0-10)\n2025-04-03,8\n2027-01-01,3\nyesterday,3\n").became
    assert became is not None
    assert [(out.count, out.examples) for out in became.left_out] == [(1, ("line 4",)), (1, ("line 3: 3",))]
    assert became.read == 3


@pytest.mark.parametrize(
    ("days", "orders"),
    [
        (("03/04/2025", "05/06/2025"), ("dmy", "mdy")),
        (("03/04/2025", "25/06/2025"), ("dmy",)),
        (("03/04/2025", "06/25/2025"), ("mdy",)),
        (("03/03/2025", "04/04/2025"), ("dmy",)),  # The same day in either order.
        (("25/06/2025", "06/25/2025"), ("dmy", "mdy")),  # Each fits one of them: neither is sure.
        (("03-04-25", "05-06-25"), ("dmy", "mdy", "ymd")),
        (("3.4.2025", "5.6.2025"), ("dmy",)),
        (("8th Dec 2021", "Dec 9, 2021"), ("dmy",)),
    ],
)
def test_the_order_of_day_and_month_is_asked_only_where_it_cannot_be_known(days, orders):
    """All the days together tell it, or nobody but the person can."""
    reading = read("Date;Pain\n" + "".join(f"{day};8\n" for day in days))
    assert reading.survey.orders == (orders if len(orders) > 1 else reading.survey.orders[:1])
    assert reading.survey.asks_order == (len(orders) > 1)


def test_days_in_doubt_come_in_once_the_person_has_said_the_order(store):
    """Until then nothing does."""
    reading, choices = sure("Date,Pain\n03/04/2025,8\n05/04/2025,2\n")
    with pytest.raises(InputError, match="03/04/2025"):
        move_in(store, reading, choices)
    assert not store.path.exists()
    move_in(store, reading, choices.ordered("mdy"))
    assert list(answers(store)) == [("03-04", None, "pain"), ("05-04", None, "pain")]


def mapped(content: str, *given: str) -> Choices:
    from symtrack.diary import instrument

    reading, choices = sure(content)
    return map_words.chosen(choices, given, reading.survey, instrument.load())


def test_a_map_says_target_scale_and_direction_of_any_subject():
    """The subject may hold every sign that the words of --map are made of."""
    odd = "a=b.c:0-4"
    chosen = mapped(f"Date,{odd},Mood\n2025-04-03,3,ok\n", f"{odd}=pain:0-4", "mood=low_mood:1-5:better", "Mood.ok=4")
    assert chosen.by_subject[odd] == Choice(target="pain", scale=Scale.of(0, 4))
    assert chosen.by_subject["Mood"] == Choice(target="low_mood", scale=Scale.of(1, 5, better=True), words={"ok": 4})
    assert map_words.spelt(odd, chosen.by_subject[odd]) == (f"{odd}=pain:0-4",)
    assert map_words.spelt("Mood", chosen.by_subject["Mood"]) == ("Mood=low_mood:1-5:better", "Mood.ok=4")


@pytest.mark.parametrize(
    "given",
    ["Pain", "=pain", "Pian=pain", "Pain=pian", "Pain=pain:4-0", "Pain=pain:0-4:worse", "Pain=weight", "Pain=weight:st",
     "Pain.bad=4", "Pain=note:3", "Pain=column.hour", "Pain=measure.mood", "Pain=own.there_is_none"],
)  # fmt: skip
def test_a_map_that_says_nothing_is_refused(store, given):
    """One sentence that names it, and nothing is brought in."""
    content = "Date,Pain\n2025-04-03,40\n"

    def moving() -> None:
        roles = map_words.roles([given])
        move_in(store, read(content, **roles), mapped(content, given))

    with pytest.raises(InputError):
        moving()
    assert not store.path.exists()
