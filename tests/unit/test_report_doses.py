"""Medicines and doses on the paper: what was noted and copied, and no word of our own about it."""

from symtrack.diary import medicines
from symtrack.diary.medicines import Medicine
from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.report import build
from symtrack.report.blocks import Words
from tests.diaries import day, diary

LISTED = (
    Medicine(name="Morphine", key="medicine.Morphine", strength="10 mg", limit="Up to 6 in 24 hours"),
    Medicine(name="Omeprazole", key="medicine.Omeprazole", when="regular", parts=("morning",)),
    Medicine(name="Codeine", key="medicine.Codeine", strength="30 mg", stopped=True),
)
SETTINGS = {row.key: row.value for row in map(medicines.setting, LISTED)}


def told(heading: str, *events: Event, settings=SETTINGS) -> tuple[str, ...]:
    drawn = diary("pain " + "3" * 56, events=events)
    blocks = build(drawn, (), Period(day(1), day(56)), settings=settings)
    return next((b.paragraphs for b in blocks if isinstance(b, Words) and b.heading == heading), ())


def dose(k: int, **body: object) -> Event:
    return Event(kind="dose", day=day(k), body={"medicine": "Morphine", "when": "needed", **body})


def test_the_list_stands_on_the_paper_with_the_label_marked_as_copied():
    """What is taken now, in the person's words; what was stopped is not there."""
    assert told("Medicines, with what was copied from their labels") == (
        "Morphine, 10 mg: when needed. Copied from the label: “Up to 6 in 24 hours”.",
        "Omeprazole: regularly, in the morning.",
    )


def test_without_a_list_there_is_no_heading():
    """The paper is as it was."""
    assert told("Medicines, with what was copied from their labels", settings={}) == ()


def test_regular_doses_are_counted_as_three_things():
    """Taken, skipped, not known; days without a note are none of them."""
    noted = [
        Event(kind="dose", day=day(k), body={"medicine": "Omeprazole", "when": "regular", "taken": taken})
        for k, taken in ((50, "yes"), (51, "yes"), (52, "skipped"), (53, "unknown"), (1, "yes"))
    ]
    assert told("Medicines, with what was copied from their labels", *noted)[1] == (
        "Omeprazole: regularly, in the morning. Noted in the last 28 days: taken 2, skipped 1, not known 1."
    )


def test_only_doses_that_were_taken_are_counted_with_what_followed():
    """Skipped and not known are no doses; the minutes are those that had passed."""
    given = [dose(k, before=7, after=after, after_minutes=45) for k, after in ((50, 3), (51, 4))]
    others = [dose(52, taken="skipped"), dose(53, taken="unknown"), dose(54, before=6, after_minutes=45)]
    (line,) = told("Doses when needed", *given, *others)
    assert line == (
        "Morphine: 3 doses in the last 28 days, 0 before. "
        "Score 7\u00a0→\u00a03.5 after 45 minutes (medians of 2 doses)."
    )
