"""Tables of anybody's: whatever the encoding, the delimiter and the line ends, what comes out is what stood in it."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from symtrack.diary import instrument
from symtrack.errors import InputError
from symtrack.exchange.foreign import map_words
from symtrack.exchange.foreign.choice import OUT
from symtrack.exchange.foreign.entry import ColumnError
from symtrack.exchange.foreign.reading import Reading, read_through
from symtrack.exchange.format import Foreign, Own, named, recognised
from symtrack.exchange.importing import move_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore
from tests.foreign import read, source, sure

NAMED = {"pain": "Schmerz", "nausea": "Übelkeit", "appetite": "Appetitlosigkeit", "fatigue": "Müdigkeit (0-10)"}
DATA = Path(__file__).resolve().parents[1] / "data"


def said(reading: Reading) -> list[tuple[object, str | None, str, str]]:
    return [(entry.day, entry.time, entry.subject, entry.value) for entry in reading.entries()]


CELLS = st.text(st.sampled_from("ab0 19,;|\t\"'=-+@äß€\r\n"), min_size=1, max_size=12).map(str.strip).filter(bool)
NAMES = st.text(st.sampled_from("abcXYZäß€ -'"), min_size=1, max_size=9).map(lambda name: " ".join(f"q{name}".split()))


TABLES = st.fixed_dictionaries(
    {
        "columns": st.lists(NAMES, min_size=1, max_size=4, unique=True),
        "rows": st.lists(
            st.tuples(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.lists(CELLS, min_size=4, max_size=4)), min_size=1
        ),
        "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
        "delimiter": st.sampled_from([",", ";", "\t", "|"]),
        "end": st.sampled_from(["\r\n", "\n"]),
        "shown": st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%Y/%m/%d"]),
        "long": st.booleans(),
    }
)


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_what_stood_in_a_table_comes_out_of_it(given_):
    """Wide or long, any usual encoding, delimiter, line end and way to write a day; a formula is text."""
    columns, rows, shown = given_["columns"], given_["rows"], given_["shown"]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=given_["delimiter"], lineterminator=given_["end"], quoting=csv.QUOTE_ALL)
    told = [(day, None, name, cell) for day, cells in rows for name, cell in zip(columns, cells, strict=False)]
    if given_["long"]:
        writer.writerow(["Date", "Symptom", "Value"])
        writer.writerows([day.strftime(shown), name, cell] for day, _time, name, cell in told)
    else:
        writer.writerow(["Date", *columns])
        writer.writerows([day.strftime(shown), *cells[: len(columns)]] for day, cells in rows)
    form = named("table")
    assert isinstance(form, Foreign)
    assert said(read_through(form, source(out.getvalue().encode(given_["encoding"])))) == told


@pytest.mark.parametrize(
    ("table", "entries"),
    [
        ("sep=;\nDate;Pain\n2025-04-03;7,5\n", [(date(2025, 4, 3), None, "Pain", "7,5")]),
        ("Pain\tWhen\n3\t2025-04-03 8:15 pm\n", [(date(2025, 4, 3), "20:15", "Pain", "3")]),
        ("Date,Time,Pain\n3.4.25,00:20,3\n", [(date(2025, 4, 3), "00:20", "Pain", "3")]),
        ("Date,Pain\n2025-04-03 00:00:00,3\n", [(date(2025, 4, 3), None, "Pain", "3")]),
        ("Date,Pain,\n2025-04-03,3,\n\n2025-04-04\n", [(date(2025, 4, 3), None, "Pain", "3")]),
        ("Date,Level\n2025-04-03,3\n", [(date(2025, 4, 3), None, "Level", "3")]),
        ("Date,x,x\r2025-04-03,3,4\r", [(date(2025, 4, 3), None, "x", "3"), (date(2025, 4, 3), None, "x (3)", "4")]),
    ],
)
def test_a_table_of_a_spreadsheet_or_an_app_is_read(table, entries):
    """Each as one of them writes it: a midnight in every row is a spreadsheet’s way to write a day alone."""
    assert said(read(table)) == entries


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("2025-04-03,3\n2025-04-04,4\n", "name its columns"),
        ("Date,patient,Pain\n2025-04-03,a,3\n2025-04-03,b,4\n", "several people"),
        ("Begin,End,Pain\n2025-04-03,2025-04-04,3\n", "Begin"),
        ("When,Pain\nyesterday,3\n", "No column"),
        ('Date,Pain\n2025-04-03,"3\n2025-04-04,4\n', "Line 2"),
        ("Date,Pain\n2025-04-03," + "3" * 300_000, "Line 2"),
    ],
)
def test_a_table_that_could_be_taken_wrongly_is_refused(table, sentence):
    """No names, several people, two columns with days, a quotation mark without its other one."""
    with pytest.raises(InputError, match=sentence):
        read(table)


def test_the_person_can_say_which_column_is_the_day():
    """All the columns are named for them to choose from."""
    table = "Begin,End,Pain\n2025-04-03,2025-04-04,3\n"
    with pytest.raises(ColumnError) as asked:
        read(table)
    assert asked.value.columns == ("Begin", "End", "Pain")
    found = said(read(table, End="day", Begin="thing"))
    assert found == [(date(2025, 4, 4), None, "Begin", "2025-04-03"), (date(2025, 4, 4), None, "Pain", "3")]


def test_letters_that_had_to_be_guessed_are_told():
    """The person sees whether the names are right."""
    table = "Date,Übelkeit\n2025-04-03,3\n"
    assert [bool(read(table.encode(code)).survey.remarks) for code in ("cp1252", "utf-8")] == [True, False]


def test_a_table_with_our_own_columns_is_ours_and_any_other_is_not():
    """A column that is spelt nearly like ours is told so, and a voice is never lost."""
    assert recognised(source("day,pain,nausia\n")).key == "csv"
    assert recognised(source("day,by,Schmerz\n")).key == "csv"
    assert recognised(source("day,Schmerz\n2025-04-03,3\n")).key == "table"
    assert isinstance(recognised(Source.of_path(DATA / "example-cohort.csv")), Own)


@pytest.mark.parametrize("name", ["example-diary.csv", "example-cohort.csv"])
def test_several_people_or_voices_in_one_table_are_never_mixed(name):
    """Not even by somebody who says that it is any table."""
    form = named("table")
    assert isinstance(form, Foreign)
    with pytest.raises(InputError, match="several people"):
        read_through(form, Source.of_path(DATA / name))


def evening(day: str, time: str) -> date:
    """What was noted in the small hours is of the day before."""
    return date.fromisoformat(day) - timedelta(days=bool(time) and time < "04:00")


def test_the_diary_of_another_app_says_what_it_said_there(tmp_path):
    """230 days under other names, in another order and form: each score is the one of our own table, and no other."""
    with (DATA / "example-diary.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["by"] == "patient"]
    known = {(evening(row["day"], row["time"]), row["time"] or None, key): row[key] for row in rows for key in NAMED}
    other = io.StringIO()
    theirs = csv.writer(other, delimiter=";")
    theirs.writerow([*NAMED.values(), "Uhrzeit", "Datum"])
    for row in reversed(rows):
        day = date.fromisoformat(row["day"])
        theirs.writerow([*(row[key] for key in NAMED), row["time"], f"{day:%d.%m.%Y}"])
    reading, choices = sure(other.getvalue().encode("cp1252"))
    assert {choice.target for choice in choices.by_subject.values()} == {OUT}  # There are words among the numbers.
    words = [f"{name}.{word}=out" for name in NAMED.values() for word in "xuah"]
    given_ = [*(f"{name}={key}" for key, name in NAMED.items()), *words]
    chosen = map_words.chosen(choices, given_, reading.survey, instrument.load())
    with DiaryStore.open(tmp_path / "theirs", create=True) as store:
        move_in(store, reading, chosen)
        came = {(r.day, r.time, r.item): str(r.score) for r in store.ratings(date.min, date.max)}
    assert came == {place: cell for place, cell in known.items() if cell.isdigit()}
