"""Which treatment is still going when the next of its kind begins."""

from datetime import date

import pytest

from symtrack.diary.rows import Event
from symtrack.diary.treatments import open_before

NEW = Event(kind="treatment", day=date(2026, 5, 15), body={"type": "chemotherapy"})


def treatment(day: date, until: date | None = None, kind: str = "chemotherapy") -> Event:
    return Event(kind="treatment", day=day, until=until, body={"type": kind})


def test_the_newest_of_its_kind_that_is_still_going() -> None:
    """Two lines were never ended: the later one is meant."""
    first, second = treatment(date(2025, 1, 5)), treatment(date(2026, 1, 5))
    assert open_before([first, second], NEW) is second


@pytest.mark.parametrize(
    "other",
    [
        treatment(date(2026, 1, 5), date(2026, 3, 1)),
        treatment(date(2026, 1, 5), kind="radiotherapy"),
        treatment(date(2026, 5, 15)),
        treatment(date(2026, 6, 1)),
        Event(kind="cycle", day=date(2026, 1, 5), body={"type": "chemotherapy"}),
    ],
    ids=["ended", "another kind", "the same day", "later", "no treatment"],
)
def test_nothing_else_is_ended(other: Event) -> None:
    """What is over, beside it, or begins with it or after it stays as it is."""
    assert open_before([other], NEW) is None


def test_an_operation_ends_no_other() -> None:
    """Each is over on its day."""
    new = treatment(date(2026, 5, 15), kind="surgery")
    assert open_before([treatment(date(2026, 1, 5), kind="surgery")], new) is None
