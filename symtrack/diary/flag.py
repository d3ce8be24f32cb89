"""A flag: a pattern worth a conversation, with the numbers and days that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["level", "change", "better", "cycle", "together", "dose", "answer", "note"]
Urgency = Literal["visit", "phone", "now", "none"]
Shown = Literal["announced", "standing", "paper", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One point to talk about.

    `raised` is the day on which it would first have been shown, `first` and `last` the first and last day that it
    speaks of, `closed` the day from which it is no longer open. `evidence` holds every number in `text`. `late` means
    that some of it was entered two or more days late; until `quiet_until` the person asked not to see it.
    """

    rule: str
    kind: Kind
    items: tuple[str, ...]
    voice: str
    urgency: Urgency
    shown: Shown
    raised: date
    first: date
    last: date
    closed: date | None
    quiet_until: date | None
    late: bool
    text: str
    question: str
    evidence: Mapping[str, float]

    def open_on(self, day: date) -> bool:
        """Whether it was raised by `day` and not yet closed."""
        return self.raised <= day and (self.closed is None or day < self.closed)

    def on_screen(self, day: date) -> bool:
        """Whether it is announced, open, and not put off or known."""
        return self.shown == "announced" and self.open_on(day) and (self.quiet_until is None or day > self.quiet_until)
