"""What can be seen on Trends besides the days, and of what: no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from symtrack.diary.period import Period
from symtrack.i18n import _
from symtrack.ui.trends import figures
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The treatments or changes of which one is compared; `first` is the place of the one to begin with."""

    name: str = ""
    words: Sequence[str] = ()
    first: int = 0


def views(course: Course) -> list[str]:
    """What there is to be seen, by key."""
    there = {
        "days": True,
        "cycle": bool(figures.treatments(course)),
        "around": bool(figures.changes(course)),
        "doses": bool(course.doses.any()),
    }
    return [key for key, is_there in there.items() if is_there]


def options(course: Course, view: str) -> Options:
    """What can be chosen in a view."""
    match view:
        case "cycle":
            return Options(name=_("Treatment"), words=figures.treatments(course))
        case "around":
            found = figures.changes(course)
            words = [figures.change_words(event) for event, _sides in found]
            # Translators: A change of treatment; which one is chosen beside it.
            return Options(name=_("Change"), words=words, first=figures.first_change(found))
    return Options()


def place(found: Options, wanted: Mapping[str, int], view: str) -> int:
    """The place of the one that is compared, as near as there is to the one that was `wanted` in that view."""
    return min(wanted.get(view, found.first), max(0, len(found.words) - 1))


def figure(course: Course, view: str, which: int, period: Period) -> Figure | None:
    """The comparison of a view; None for the days themselves."""
    match view:
        case "cycle":
            return figures.by_cycle(course, which)
        case "around":
            return figures.before_and_after(course, which)
        case "doses":
            return figures.when_needed(course, period)
    return None
