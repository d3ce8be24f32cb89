"""The setting `team` as a list of lines, each one number with whose it is: how it is shown and changed.

The setting may keep several numbers of one person together; written here, each stands by itself, in the same order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from symtrack.diary.team import DAYS, HOLIDAY, Contact, Number

ALWAYS, OFFICE, NIGHTS, DAILY, WEEKENDS, OTHER = "always", "office", "nights", "daily", "weekends", "other"
EVERY_DAY, WEEK, WEEKEND = frozenset(range(7)), frozenset(range(5)), frozenset({5, 6})
USUAL_DAYS = {ALWAYS: EVERY_DAY, OFFICE: WEEK, NIGHTS: EVERY_DAY, DAILY: EVERY_DAY, WEEKENDS: WEEKEND}
USUAL_HOURS = {OFFICE: ("08:00", "17:00"), NIGHTS: ("17:00", "08:00"), DAILY: ("08:00", "20:00")}
"""What a kind begins with; the person changes it to what the card says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One number: who answers it, what they are there for, and when."""

    who: str = ""
    role: str = ""
    number: Number = field(default_factory=lambda: Number(number=""))

    @property
    def kind(self) -> str:
        """The nearest of the usual kinds of hours."""
        days, begins, ends = self.number.days - {HOLIDAY}, self.number.begins, self.number.ends
        if begins is None or ends is None:
            return {EVERY_DAY: ALWAYS, WEEKEND: WEEKENDS}.get(days, OTHER)
        if days == EVERY_DAY:
            return NIGHTS if ends < begins else DAILY
        return OFFICE if days == WEEK else OTHER

    def entry(self) -> dict[str, object]:
        """The line as the setting keeps it."""
        kept: dict[str, object] = {"number": self.number.number}
        if not self.number.days >= EVERY_DAY:
            kept["days"] = [DAYS[day] for day in sorted(self.number.days)]
        if self.number.begins is not None and self.number.ends is not None:
            kept |= {"from": f"{self.number.begins:%H:%M}", "to": f"{self.number.ends:%H:%M}"}
        return {"who": self.who, **({"role": self.role} if self.role else {}), "numbers": [kept]}


def lines(known: Iterable[Contact]) -> tuple[Line, ...]:
    """Every number, in the person's own order."""
    return tuple(
        Line(who=contact.who, role=contact.role, number=number) for contact in known for number in contact.numbers
    )


def setting(kept: Sequence[Line]) -> list[dict[str, object]]:
    """The lines as the setting `team`."""
    return [line.entry() for line in kept]


def put(kept: Sequence[Line], line: Line, at: int | None) -> tuple[Line, ...]:
    """The lines with this one in the place `at`, or at the end."""
    return (*kept, line) if at is None or at >= len(kept) else (*kept[:at], line, *kept[at + 1 :])


def without(kept: Sequence[Line], at: int) -> tuple[Line, ...]:
    return (*kept[:at], *kept[at + 1 :])


def raised(kept: Sequence[Line], at: int) -> tuple[Line, ...]:
    """The lines with the one in the place `at` one place further up: the first that answers is rung."""
    return (*kept[: at - 1], kept[at], kept[at - 1], *kept[at + 1 :]) if at else tuple(kept)
