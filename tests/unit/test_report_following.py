"""The pages that follow page one: each part there when it is asked for, and with the numbers that the screen quotes."""

import pytest

from symtrack.analysis.profile import courses, profile
from symtrack.analysis.relief import relief
from symtrack.diary import spells
from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.report import all_sections, build, comparisons, html
from symtrack.report.blocks import Charts, Table, Turn, Words
from symtrack.report.section import FOLLOWING
from symtrack.rules import evaluate, every_rule
from tests.diaries import day, diary
from tests.unit.test_report_points import plain

CYCLES = """
    pain                 2 3 6 5 2 1 1   2 3 7 6 2 1 1   4 4 8 8 3
    nausea               0 5 5 1 0 0 0   0 6 5 1 0 0 0   0 8 7 2 0
    low_mood             1 1 2 1 1 1 1   1 1 2 1 1 1 1   1 1 2 1 1
    sore_mouth           1 1 2 1 1 1 1   1 1 2 1 1 1 1   1 1 2 1 1
    appetite             1 1 2 1 1 1 1   1 1 2 1 1 1 1   1 1 2 1 1
    fatigue              1 1 2 1 1 1 1   1 1 2 1 1 1 1   1 1 2 1 1
    late:pain            3
    pain@caregiver:Anna  . . 7 6 . . .   . . 8 6 . . 2
    night:pain           . . 5
    event                c . . . . . .   c . . . . . .   c . . . .
"""
DOSE = {"medicine": "Morphine", "when": "needed", "before": 7, "after": 3, "after_minutes": 45}
HAPPENED = (
    Event(kind="change", day=day(8), body={"medicine": "Morphine", "from": "10 mg", "to": "20 mg"}),
    Event(kind="dose", day=day(9), body=DOSE),
    Event(kind="dose", day=day(9), body={**DOSE, "after": 5}),
    Event(kind="episode", day=day(10), time="14:10", body=spells.body(worst=8, helped="warm bath")),
    Event(kind="measurement", day=day(10), body={"what": "weight", "value": 70}),
    Event(kind="note", day=day(11), text="Slept in the chair."),
    Event(kind="note", day=day(12), text="Only for me.", private=True),
)
FOUR = ("pain", "nausea", "appetite", "fatigue")
WHOLE = Period(day(1), day(19))


def paper(*keys, private=False, flags=()):
    return build(diary(CYCLES, events=HAPPENED), flags, WHOLE, sections=keys, private=private)


def following(*keys):
    blocks = paper(*keys)
    turn = next((k for k, block in enumerate(blocks) if isinstance(block, Turn)), len(blocks))
    return [block for block in blocks[turn + 1 :] if hasattr(block, "heading")]


@pytest.mark.parametrize("section", [s for s in all_sections() if s.name and s.place > FOLLOWING], ids=lambda s: s.key)
def test_each_part_is_there_only_when_it_is_asked_for(section):
    """Ticked, it is on the paper; not ticked, nothing of it is."""
    told = diary(CYCLES, events=HAPPENED)
    flags = evaluate(diary("\n".join(f"{item} {'2 ' * 10}{'8 ' * 9}" for item in FOUR)))
    with_it = build(told, flags, WHOLE, sections=[section.key], private=True)
    without = build(told, flags, WHOLE, sections=[], private=True)
    assert len(with_it) > len(without)
    assert not any(isinstance(block, Turn) for block in without)


def test_by_cycle_says_what_trends_says():
    """One sentence for screen and paper."""
    said = following("cycles")[0].paragraphs
    told = diary(CYCLES)
    found = profile(told.series["patient", "nausea"], courses(told.events)[-1], told.events)
    assert found is not None
    assert f"Nausea: {comparisons.by_cycle(found)}" in said
    table = following("cycles")[1]
    assert table.rows[1][:3] == ("2", "4, usually 3", "8, usually 5.5")


def test_before_and_after_has_as_many_days_on_both_sides():
    """The change is named, and nothing says that one came from the other."""
    said, table = following("around")
    assert said.paragraphs[0].startswith("9 Mar: Morphine: 10 mg → 20 mg. These happened together.")
    assert table.columns[1:] == ("Before: 2–8 Mar", "After: 9–15 Mar")
    assert table.rows[0] == (
        "Pain", "middle 2 on 7 of 7 days, 7 or more on 0", "middle 2 on 7 of 7 days, 7 or more on 1",
    )  # fmt: skip


def test_doses_and_what_they_did():
    """The sentence of Trends, and each day with its numbers."""
    said, table = following("doses")
    (found,) = relief(HAPPENED, WHOLE)
    assert said.paragraphs == (f"Morphine: {comparisons.when_needed(found)}",)
    assert table.rows == (("10 Mar", "2", "7 → 3, 7 → 5"),)


def test_spells_and_nights_stand_apart():
    """When, how bad, and what helped; and the night with its pain."""
    said, *_more, each = following("spells")
    assert said.paragraphs[0].startswith("Nights: pain noted in 1 night, 5 (4 Mar)")
    assert each.rows == (("11 Mar", "Sudden bad pain at 14:10, worst 8; helped: warm bath"),)


def test_a_caregivers_view_is_compared_on_the_days_of_both():
    """Never with days on which only one of them answered."""
    (table,) = following("caregiver")
    assert table.rows == (("Pain", "5", "6", "6", "+1", "0"),)


def test_moods_stand_apart_from_other_symptoms():
    """Each of them can be left out."""
    (moods,), (others,) = following("moods"), following("more-charts")
    assert isinstance(moods, Charts)
    assert ([c.name for c in moods.charts], [c.name for c in others.charts]) == (["Low mood"], ["Sore mouth"])


def test_every_day_has_its_line():
    """With who else saw it how, and a star where it was entered late."""
    (table,) = following("days")
    assert len(table.rows) == 19
    assert table.rows[0][:2] == ("2 Mar", "2*")
    assert table.rows[2][:2] == ("4 Mar", "6\nAnna: 7")


def test_a_note_on_a_score_names_the_score():
    """A sentence such as “worse at night” says nothing without it."""
    note = Event(kind="note", day=day(3), text="Worse at night.", body={"about": "some-id"}, voice="caregiver:Anna")
    told = build(diary(CYCLES, events=[note]), (), WHOLE, sections=["notes"], abouts={"some-id": "pain"})
    assert "Anna: On pain: Worse at night." in str(told)


def test_private_notes_go_along_only_when_ticked():
    """Whatever the preset."""
    assert "Only for me." not in str(paper("notes"))
    assert "Only for me." in str(paper("notes", private=True))


def test_a_point_that_rests_on_something_private_is_on_no_paper():
    """A weight that nobody is to see is not told by the point about it either."""
    weights = [Event(kind="measurement", day=day(k), private=True, body={"what": "weight", "value": kg})
               for k, kg in ((1, 80), (15, 70))]  # fmt: skip
    told = diary(CYCLES, events=weights)
    flags = evaluate(told)
    assert any(flag.rule == "weight-loss" for flag in flags)
    assert "Weight was 70" not in str(build(told, flags, WHOLE))
    assert "Weight was 70" in str(build(told, flags, WHOLE, private=True))


def test_corrected_entries_are_named():
    """Who reads the numbers knows which were changed afterwards."""
    blocks = build(diary(CYCLES), (), WHOLE, corrected=[day(3)])
    assert "An answer was corrected afterwards: on 1 day (4 Mar)." in str(blocks)


def test_every_rule_has_a_criterion_in_one_line():
    """Page one says why a point is there, beside it."""
    assert [rule.key for rule in every_rule() if not 0 < len(rule.short) <= 36] == []


def test_points_that_page_one_has_no_room_for_follow():
    """Page one says how many, and each of them stands on a later page."""
    told = diary("\n".join(f"{item} {'2 ' * 30}{'8 ' * 10}" for item in FOUR))
    flags = evaluate(told)
    blocks = build(told, flags, Period(day(1), day(40)))
    first, rest = (
        next(b for b in blocks if isinstance(b, Table) and b.heading == heading)
        for heading in ("What the numbers show", "More points, and earlier ones")
    )
    assert first.more == f"{len(rest.rows)} more points, open or over, follow."
    said = [row[1] for row in (*first.rows, *rest.rows)]
    assert all(any(plain(flag.text) in plain(each) for each in said) for flag in flags if flag.shown != "note")


def test_when_a_rise_began_is_said_by_the_cycle():
    """In short says what got worse, and when that was in the treatment."""
    told = diary("pain " + "2 3 2 3 " * 8 + "6 7 " * 6 + "\nevent " + ". " * 28 + "c")
    flags = evaluate(told)
    short = next(b for b in build(told, flags, Period(day(1), day(44))) if isinstance(b, Words))
    assert short.paragraphs[0].startswith("Pain has been higher since 3 Apr, day 5 of cycle 1: 6.5 on average, 2.5")


def test_a_lasting_rise_leads_the_page():
    """Who has ten seconds sees what changed and since when before all else; without a rise nothing is in bold."""
    told = diary("pain " + "3 2 3 2 " * 9 + "5 5 5 6 5 6 5 5")
    risen = build(told, evaluate(told), Period(day(1), day(44)))
    short = next(b for b in risen if isinstance(b, Words))
    assert short.paragraphs[0].startswith(short.lead + " Over all of the last 28 days")
    assert f"<p><strong>{short.lead}</strong> Over all" in html.of(risen)
    steady = diary("pain " + "3 2 3 2 " * 11)
    assert not any(b.lead for b in build(steady, evaluate(steady), Period(day(1), day(44))) if isinstance(b, Words))


def test_points_without_page_one_are_all_of_them():
    """Who leaves the points off page one and takes the later part along loses none."""
    told = diary("\n".join(f"{item} {'2 ' * 30}{'8 ' * 10}" for item in FOUR))
    flags = evaluate(told)
    blocks = build(told, flags, Period(day(1), day(40)), sections=["points"])
    rows = next(block.rows for block in blocks if isinstance(block, Table))
    assert len(rows) == sum(flag.shown != "note" for flag in flags)
