"""A CSV file, as spreadsheets and people write them: what is understood, and what is refused in which words."""

from datetime import date
from io import BytesIO

import pytest

from symtrack.diary.rows import Event
from symtrack.errors import InputError
from symtrack.exchange.cohort import people
from symtrack.exchange.table_words import parse, word

DAY = date(2026, 5, 14)


def read(text: str | bytes):
    return list(people(BytesIO(text.encode() if isinstance(text, str) else text)))


def lines(text: str | bytes):
    return [line for person in read(text) for line in person.lines]


def sentence(text: str | bytes) -> str:
    with pytest.raises(InputError) as refused:
        read(text)
    return str(refused.value)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_spreadsheets_way_of_writing_a_table_is_understood(delimiter, end, mark):
    """Comma, semicolon or tab, either line end, with or without a byte order mark: the same answers."""
    cells = [["day", "pain", "nausea"], ["2026-05-14", "7", "u"], ["2026-05-13", "", "x"]]
    found = lines(mark + end.join(delimiter.join(row) for row in cells) + end)
    assert [(line.day.day, line.answers) for line in found] == [
        (14, [("pain", (7, None)), ("nausea", (None, "unwell"))]),
        (13, [("nausea", (None, "declined"))]),
    ]


def test_a_row_says_who_when_and_what_happened():
    """Voice, moment, events and note of one row all arrive."""
    (line,) = lines('day,time,by,pain,event,note\n2026-05-14,15:30,caregiver:Eva,8,cycle; visit,"bad, ""very"""\n')
    assert (line.day, line.time, line.voice) == (DAY, "15:30", "caregiver:Eva")
    assert [(event.kind, event.time, event.voice) for event in line.events] == [
        (kind, "15:30", "caregiver:Eva") for kind in ("cycle", "visit", "note")
    ]
    assert line.events[-1].text == 'bad, "very"'


def test_a_short_row_is_empty_at_its_end_and_an_empty_one_is_nothing():
    """Some programs leave out the last commas of a row, others add rows of nothing but commas."""
    assert [line.answers for line in lines("day,pain,nausea\n2026-05-14,7\n,,\n\n")] == [[("pain", (7, None))]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("day,pain\n2026-05-14,3\n2026-05-13,11\n", ("Line 3", "“11”", "pain")),
        ("day,pain\n2026-05-14,7.5\n", ("Line 2", "“7.5”")),
        ("day,pain\n2026-05-14,-1\n", ("Line 2", "“-1”")),
        ("day,pain\n2026-02-30,1\n", ("Line 2", "2026-02-30")),
        ("day,pain\n0206-05-14,1\n", ("Line 2", "0206-05-14", "from 1900 to 2200")),
        ("day,pain\n9999-05-14,1\n", ("Line 2", "9999-05-14", "from 1900 to 2200")),
        ("day,time,pain\n2026-05-14,25:00,1\n", ("Line 2", "25:00")),
        ("day,by,pain\n2026-05-14,stranger,1\n", ("Line 2", "stranger")),
        ("day,by,pain\n2026-05-14,caregiver:\u200b,1\n", ("Line 2", "Nobody can see that name")),
        ("day,pain\n2026-05-14,1,2\n", ("Line 2", "more fields")),
        ('day,note\n2026-05-14,"never closed\n', ("Line 2", "quotation mark")),
        ("day,event\n2026-05-14,cicle\n", ("Line 2", "Did you mean “cycle”")),
        ("day,note\n2026-05-14,a\0b\n", ("Line 2", "character")),
        ("day,pain\n2026-05-14,3\n2026-05-15,\n2026-05-14,4\n", ("Lines 2 and 4", "2026-05-14")),
        ("date,pain\n2026-05-14,3\n", ("no column “day”",)),
        ("day,payn\n", ("Did you mean “pain”",)),
        ("day,pain,pain\n", ("two columns “pain”",)),
        ("day,pain,\n", ("Column 3 has no name",)),
        ("", ("empty",)),
        (b"day,note\n2026-05-14,ok\n2026-05-15,caf\xe9\n", ("Line 3", "not UTF-8")),
        (b"\xff\xfed\0a\0y\0", ("Line 1", "not UTF-8")),
    ],
)
def test_what_is_wrong_with_a_file_is_named_with_its_line(text, said):
    """One sentence that the person can act on, wherever in the file the mistake is."""
    assert [part for part in said if part not in sentence(text)] == []


def test_a_note_over_several_lines_does_not_shift_the_line_numbers():
    """The line that is named is the one that an editor shows."""
    assert "Line 4" in sentence('day,pain,note\n2026-05-14,3,"one\ntwo"\n2026-05-15,11,\n')


def test_a_file_with_a_header_alone_is_about_nobody():
    """There is nothing in it, and nothing wrong with it."""
    assert read("day,pain\n") == []


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 0, 2, 1)])
def test_the_order_of_a_files_rows_does_not_matter(order):
    """People come in order of name and keep their own rows, whether the file is sorted by person or not."""
    rows = ["a,2026-05-14,1", "a,2026-05-15,2", "b,2026-05-14,3", "ü 1,2026-05-16,"]
    found = read("person,day,pain\n" + "".join(f"{rows[k]}\n" for k in order))
    assert [person.name for person in found] == ["a", "b", "ü 1"]
    assert sorted(score for line in found[0].lines for _item, (score, _reason) in line.answers) == [1, 2]


def test_a_day_that_two_people_have_is_not_twice_and_one_persons_is():
    """Both lines are named, also when another person's rows lie between them."""
    rows = "b,2026-05-14,1\na,2026-05-14,1\n"
    assert len(read("person,day,pain\n" + rows)) == 2
    assert "Lines 2 and 4" in sentence("person,day,pain\n" + rows + "b,2026-05-14,2\n")


def test_a_persons_diary_ends_on_the_last_row_even_an_empty_one():
    """A day without an answer is a day that was seen to; --on moves the end."""
    (person,) = read("day,pain\n2026-05-16,\n2026-05-14,3\n")
    assert date.fromordinal(person.diary().until) == date(2026, 5, 16)
    assert date.fromordinal(person.diary(DAY).until) == DAY


@pytest.mark.parametrize(
    "spelt",
    [
        "cycle",
        "visit",
        "dose:morphine 10 mg",
        "scan:bigger",
        "scan",
        "treatment:FOLFOX",
        "goal:pain=3",
        "goal:pain=none",
        "treatment:chemotherapy",
        "dose:a:b",
    ],
)
def test_a_word_for_an_event_comes_back_as_it_was(spelt):
    """What `export` writes for an event is what `import` makes that event from."""
    assert word(parse(spelt, DAY)) == spelt


@pytest.mark.parametrize("wrong", ["cycle:3", "dose", "dose:", "scan:huge", "goal:pain", "goal:payn=3", "goal:pain=x"])
def test_a_word_that_says_too_much_or_too_little_is_refused(wrong):
    """Nothing is guessed about an event."""
    with pytest.raises(InputError):
        parse(wrong, DAY)


@pytest.mark.parametrize(
    "event",
    [
        Event(kind="cycle", day=DAY, body={"status": "skipped"}),
        Event(kind="dose", day=DAY, body={"medicine": "morphine", "taken": "skipped"}),
        Event(kind="question", day=DAY, text="Why?"),
    ],
)
def test_what_did_not_happen_or_has_no_word_is_left_out_of_a_table(event):
    """A cycle that was skipped must not come back as one that was given."""
    assert word(event) is None
