"""What stands on the paper, as blocks: the numbers, the points, the person's own words."""

from dataclasses import replace
from datetime import date

import pytest

from symtrack.analysis.summary import summary
from symtrack.diary.flag import Flag
from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.i18n import number
from symtrack.report import build
from symtrack.report.blocks import Charts, Foot, Head, Numbered, Table, Words
from tests.diaries import day, diary

EIGHT_WEEKS = """
    pain                 22332233223322332233223322335566776655665566776655665566
    nausea               01001000100100010010001001001000100010010001001000100100
    pain@caregiver:Anna  ..............................................7.........
    goal:pain            3
"""


HIGH = Flag(
    rule="severe-days",
    kind="level",
    items=("pain",),
    voice="patient",
    urgency="visit",
    shown="announced",
    raised=day(50),
    first=day(49),
    last=day(56),
    closed=None,
    when=(day(53), day(56)),
    quiet_until=None,
    late=False,
    text="Pain was high.",
    question="What can we try?",
    evidence={},
)


def paper(drawn=None, *, flags=(), period=None, **more):
    drawn = drawn or diary(EIGHT_WEEKS)
    return build(drawn, flags, period or Period(day(1), date.fromordinal(drawn.until)), **more)


def block(blocks, kind, heading=None):
    return next((b for b in blocks if isinstance(b, kind) and heading in {None, getattr(b, "heading", None)}), None)


def words(blocks, heading):
    return " ".join(block(blocks, Words, heading).paragraphs)


def everything(blocks):
    return "\n".join(map(str, blocks))


def test_every_number_comes_from_the_same_summary():
    """The column beside the chart, the picture's description and the sentence in short quote one summary."""
    drawn = diary(EIGHT_WEEKS)
    held = summary(drawn, "pain", Period(day(1), day(56)))
    blocks = paper(drawn)
    chart = block(blocks, Charts).charts[0]
    assert held.now.median
    assert held.before.median
    now, before = number(held.now.median), number(held.before.median)
    assert chart.numbers[0] == ("median", before, now, f"+{number(held.now.median - held.before.median)}")
    assert chart.numbers[2][1:3] == ("0", str(held.now.severe))
    assert chart.numbers[3][1:3] == ("28 of 28", "28 of 28")
    assert f"median {now}, worst {held.now.worst}, 7 or more on {held.now.severe} days" in chart.alt
    assert f"Pain: median {now} in the last 28 days, {before} in the 28 before" in words(blocks, "In short")
    assert max(dot.score for dot in chart.dots) == held.now.worst


def test_the_periods_that_are_compared_are_said_once():
    """Above the numbers stands which days “now” and “before” are, and that each number is of these."""
    now, before, every = block(paper(), Charts).periods
    assert every == "Each number here is of these days, unless it names others."
    assert now.startswith("now: last 28 days, ")
    assert before.startswith("before: the 28 before, ")


def test_a_symptom_that_hardly_differs_gets_no_sentence_of_its_own():
    """In short names what is steady together."""
    assert "Median less than 1 point from before: Nausea." in words(paper(), "In short")


def test_in_short_stays_short():
    """Sixteen severe symptoms and two long points are told in five sentences, and leave room for the charts."""
    keys = ["pain", "nausea", "appetite", "fatigue", *(f"own.Trouble-{k}" for k in range(12))]
    drawn = diary("\n".join(f"{key} {'1' * 28}{'8' * 28}" for key in keys))
    long = [replace(HIGH, urgency="phone", raised=day(k), text="Pain was high. " * 20) for k in (40, 50)]
    told = block(paper(drawn, flags=long), Words, "In short").paragraphs
    assert sum(1 + len(line) // 58 for line in told) <= 13
    assert len(told) <= 5


def test_days_above_the_level_chosen_are_counted():
    """The person's own measure is on the paper."""
    assert "Pain was above the level chosen (3) on 28 of 28 days." in words(paper(), "In short")


def test_a_caregivers_view_is_drawn_apart_and_said():
    """It has its own dots and its own line, and does not touch the numbers."""
    blocks = paper()
    chart = block(blocks, Charts).charts[0]
    assert [dot.score for dot in chart.others[0]] == [7]
    assert chart.numbers[1][2] == "7"
    assert "Anna’s own view: on 1 day, drawn hollow, not in the numbers." in words(
        blocks, "How complete, late and corrected entries"
    )


def test_completeness_says_why_days_have_no_number():
    """Too unwell is not the same as no entry, and both are said with their days."""
    blocks = paper(diary("pain 2 x . 3"), reasons={day(2): "unwell"}, assisted={"Anna": 2})
    said = words(blocks, "How complete, late and corrected entries")
    assert "The patient answered on 2 of 4 days." in said
    assert "Too unwell to answer: on 1 day (3 Mar)." in said
    assert "No entry: on 1 day (4 Mar)." in said
    assert "On 2 days Anna typed what the patient said." in said


def test_late_entries_are_said_and_drawn_apart():
    """A day that was filled in three days later is marked."""
    blocks = paper(diary("pain 2 2\nlate:pain 0 3"))
    assert [dot.late for dot in block(blocks, Charts).charts[0].dots] == [False, True]
    assert "late" in words(blocks, "How complete, late and corrected entries")


def test_points_to_phone_about_come_first_then_the_newest():
    """What is urgent is not below what is new; what got better is last."""
    flags = [
        replace(HIGH, text="Better", kind="better", raised=day(56)),
        replace(HIGH, text="Old", raised=day(40)),
        replace(HIGH, text="New", raised=day(55)),
        replace(HIGH, text="Phone", urgency="phone", raised=day(41)),
    ]
    table = block(paper(flags=flags), Table, "What the numbers show")
    assert [row[1] for row in table.rows] == ["Phone No call noted yet.", "New", "Old", "Better"]
    assert table.strong == (0,)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"raised": day(20), "closed": day(29)}, False),
        ({"raised": day(20), "closed": day(30)}, True),
        ({"raised": day(57), "first": day(57)}, False),
    ],
)
def test_only_flags_of_the_period_are_printed(given, shown):
    """A point that closed before the period, or came after it, is not on the paper."""
    table = block(
        paper(flags=[replace(HIGH, **given)], period=Period(day(29), day(56))), Table, "More points, and earlier ones"
    )
    assert (table is not None) == shown


def test_how_a_point_was_dealt_with_is_beside_it():
    """A mark, and a call with what was said."""
    about = {"rule": "severe-days", "items": ["pain"], "voice": "patient", "raised": day(51).isoformat()}
    events = [
        Event(kind="flagmark", day=day(51), body={**about, "as": "known"}),
        Event(kind="call", day=day(52), body={"flag": about, "whom": "the ward", "said": "come on Tuesday"}),
    ]
    table = block(paper(diary(EIGHT_WEEKS, events=events), flags=[HIGH]), Table, "What the numbers show")
    assert table.rows[0][1] == "Pain was high. The team knows (21 Apr). Phoned 22 Apr, the ward: come on Tuesday."


def test_a_point_to_phone_about_says_that_nobody_phoned():
    """Silence beside a phone point would read as done."""
    table = block(paper(flags=[replace(HIGH, urgency="phone")]), Table, "What the numbers show")
    assert table.rows[0][1] == "Pain was high. No call noted yet."


def test_flags_off_leaves_a_plain_diary():
    """Nothing computed is pointed out, neither in the table nor in short."""
    blocks = paper(flags=[replace(HIGH, text="Pain was high.", urgency="phone")], settings={"flags": "off"})
    assert "Pain was high." not in everything(blocks)
    assert "What the numbers show" not in everything(blocks)


def test_private_events_stay_off_the_paper_unless_asked_for():
    """What the person marked as private is on no paper of its own accord."""
    drawn = diary(EIGHT_WEEKS, events=[Event(kind="note", day=day(5), text="I am afraid", private=True)])
    assert "I am afraid" not in everything(paper(drawn))
    assert "I am afraid" in everything(paper(drawn, private=True))


def test_whose_paper_it_is():
    """Name, birth date and number, the days and how complete they are stand at the top."""
    settings = {
        "name": "M. Example",
        "birth-date": "1961-03-12",
        "hospital-number": "00 4711",
        "matters": "The birthday",
    }
    visit = Event(kind="visit", day=day(58))
    head, *rest = paper(diary(EIGHT_WEEKS, events=[visit], until=day(56)), settings=settings)
    assert isinstance(head, Head)
    assert head.name == "M. Example"
    assert head.lines == (
        "born 12 Mar 1961, hospital number 00 4711",
        "2 Mar 2026 to 26 Apr 2026 (56 days), for the visit on 28 Apr",
        "56 of 56 days with an answer; 1 by Anna, own view".replace(" ", "\u00a0").replace(";\u00a0", "; "),
    )
    assert words(rest, "What matters to me") == "The birthday"


def test_questions_that_do_not_fit_follow_later_and_none_is_lost():
    """The first page holds some, numbered; the rest goes on with the next number."""
    events = [Event(kind="question", day=day(1), text=f"Question {k}?") for k in range(1, 41)]
    top, rest = (b for b in paper(diary(EIGHT_WEEKS, events=events)) if isinstance(b, Numbered))
    assert (*top.entries, *rest.entries) == tuple(f"Question {k}?" for k in range(1, 41))
    assert rest.start == len(top.entries) + 1
    assert top.more


def test_a_very_long_question_is_shortened_on_top_and_whole_below():
    """5,000 letters do not push the charts off the first page."""
    text = "why " * 1250
    top, rest = (
        b
        for b in paper(diary(EIGHT_WEEKS, events=[Event(kind="question", day=day(1), text=text)]))
        if isinstance(b, Numbered)
    )
    assert top.entries[0].endswith("…")
    assert len(top.entries[0]) < 600
    assert rest.entries == (text.strip(),)
    assert rest.start == 1


def test_answered_questions_are_printed_with_their_answers():
    """They are no longer to be talked about."""
    event = Event(kind="question", day=day(3), text="Who do I ring?", body={"answer": "The ward."})
    blocks = paper(diary(EIGHT_WEEKS, events=[event]))
    assert block(blocks, Numbered) is None
    assert block(blocks, Table, "Questions that were answered").rows[0][1:] == ("Who do I ring?", "The ward.")


@pytest.mark.parametrize(("notes", "column"), [(["Good week."] * 3, "either"), (["word " * 80], "both")])
def test_a_few_short_notes_take_half_the_width(notes, column):
    """Three short notes stand beside the other short blocks, and don't begin a page of their own; long ones do not."""
    events = [Event(kind="note", day=day(k), text=text) for k, text in enumerate(notes, 1)]
    assert block(paper(diary(EIGHT_WEEKS, events=events)), Table, "Notes").column == column


def test_two_lines_of_treatment_are_two_bands():
    """The first is filled and ends where the second, outlined, begins."""
    lines = [
        Event(kind="treatment", day=day(k), text=name, body={"type": "chemotherapy", "line": line})
        for k, name, line in ((1, "FOLFOX", 1), (30, "FOLFIRI", 2))
    ]
    first, second = block(paper(diary(EIGHT_WEEKS, events=lines)), Charts).bands
    assert (first.label, first.outlined, first.last) == ("FOLFOX, first line", False, day(29).toordinal())
    assert (second.label, second.outlined, second.last) == ("FOLFIRI, second line", True, day(56).toordinal())


def test_doses_and_measurements_are_counted():
    """Doses now and before, with the scores noted; weight from first to last."""
    events = [
        Event(kind="dose", day=day(k), body={"medicine": "morphine 10 mg", "when": "needed", "before": 7, "after": 3})
        for k in (2, 40, 41)
    ]
    events += [
        Event(kind="measurement", day=day(k), body={"what": "weight", "value": kg}) for k, kg in ((1, 71.2), (50, 68.4))
    ]
    blocks = paper(diary(EIGHT_WEEKS, events=events))
    assert words(blocks, "Doses when needed") == (
        "morphine 10 mg: 2 doses in the last 28 days, 1 before. Score 7\u00a0→\u00a03 (medians of 2 doses)."
    )
    assert (
        words(blocks, "Also")
        == words(blocks, "Weight, temperature, bowels")
        == "Weight 71.2 → 68.4 kg (−3.9 %) since 2 Mar."
    )


def test_more_than_four_symptoms_go_on_later():
    """The first page keeps the first four in the order that the person chose; the others follow."""
    keys = ["fatigue", "pain", "nausea", "appetite", "anxiety", "own.Itching"]
    drawn = diary("\n".join(f"{key} 1 2 3" for key in keys))
    first, second, moods = (b for b in paper(drawn, settings={"items": keys}) if isinstance(b, Charts))
    assert [chart.name for chart in first.charts] == ["Fatigue", "Pain", "Nausea", "Loss of appetite"]
    assert [chart.name for chart in second.charts] == ["Itching"]
    assert [chart.name for chart in moods.charts] == ["Anxiety"]


def test_an_empty_diary_says_so():
    """No charts, no zeros, one sentence."""
    blocks = paper(diary(""), period=Period(day(1), day(30)))
    assert block(blocks, Charts) is None
    assert words(blocks, "In short") == "There are no answers in this period."


def test_the_foot_says_that_nobody_watches():
    """On every page stands who entered it and that it is unchecked."""
    foot = block(paper(assisted={"Ben": 3}), Foot)
    assert foot.text.startswith("Self-reported, some of it typed by Ben.")
    assert foot.text.endswith("Not checked by a clinician; nobody is watching this diary.")
