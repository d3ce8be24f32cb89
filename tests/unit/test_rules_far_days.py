"""Days that lie far from all others: a year that was mistyped, and a day on which everything is long over."""

from datetime import date

from symtrack.cli import points
from symtrack.diary.record import Diary
from symtrack.diary.rows import Event, RatingColumns
from symtrack.rules import evaluate
from tests.diaries import columns, diary
from tests.unit.test_rules import RAISES


def test_one_mistyped_year_moves_no_flag() -> None:
    """What an older program took for the year 1 or 206 neither counts nor makes the diary as long as that."""
    answer = (date(206, 5, 1).toordinal(), None, "pain", 9, None, "patient", 0)
    wrong = Event(kind="cycle", day=date(1, 1, 1))
    for picture in RAISES.values():
        told, rows = diary(picture), [*zip(*columns(picture), strict=True), answer]
        until = date.fromordinal(told.until)
        other = Diary.of(RatingColumns(*zip(*rows, strict=True)), [*told.events, wrong], until=until)
        assert (other.first, evaluate(other)) == (told.first, evaluate(told))


def test_a_year_after_the_last_row_nothing_is_open() -> None:
    """So that “as if it had ended on a day far ahead” need not count the days until then."""
    for picture in RAISES.values():
        told = diary(picture)
        last = max([told.until, *(event.day.toordinal() for event in told.events)])
        near, far = (date.fromordinal(last + times * points.SILENT) for times in (1, 10))
        flags = evaluate(diary(picture, until=near))
        assert flags == evaluate(diary(picture, until=far))
        assert not any(flag.open_on(near) for flag in flags)
