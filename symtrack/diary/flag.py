"""A flag: a pattern worth a conversation, with the numbers and days that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

Kind = Literal["level", "change", "better", "cycle", "together", "dose", "answer", "note"]
Urgency = Literal["visit", "phone", "now", "none"]
Shown = Literal["announced", "standing", "paper", "note"]
BEGAN = frozenset({"change", "better", "cycle", "dose"})
"""The kinds of what began on a day; of the others only the criterion did."""
MEDICINE = "medicine"
"""The name under which a point about one medicine says which."""


class Mark(StrEnum):
    """What the person did with a flag: on the list, talked about, known to the team, or later."""

    LISTED = "listed"
    TALKED = "talked"
    KNOWN = "known"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One point to talk about.

    `raised` is the day on which it would first have been shown, `first` and `last` the first and last day that it
    speaks of, `closed` the day from which it is no longer open. `text` speaks of the days `when`; `evidence` holds
    every number in it, `spans` every stretch of days, `names` the person's own words, such as a medicine. `late` means
    that some of it was entered two or more days late. Until `quiet_until` the person asked not to see it, until
    `settled_until` it is dealt with: on the list, or talked about.
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
    when: tuple[date, date]
    quiet_until: date | None
    settled_until: date | None = None
    late: bool
    text: str
    question: str
    evidence: Mapping[str, float]
    spans: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def since(self) -> date:
        """The day from which it is true: of a change the one on which it began, otherwise that of the criterion."""
        return self.first if self.kind in BEGAN else self.raised

    @property
    def to_phone(self) -> bool:
        """Whether the team is phoned about it, and not told at the next visit."""
        return self.urgency in {"phone", "now"}

    @property
    def named(self) -> dict[str, object]:
        """What a mark or a call says to name this point."""
        medicine = {"medicine": self.names[MEDICINE]} if MEDICINE in self.names else {}
        return {
            "rule": self.rule,
            "items": list(self.items),
            "voice": self.voice,
            "raised": self.raised.isoformat(),
            **medicine,
        }

    def open_on(self, day: date) -> bool:
        """Whether it was raised by `day` and not yet closed."""
        return self.raised <= day and (self.closed is None or day < self.closed)

    def on_screen(self, day: date) -> bool:
        """Whether it is announced, open, and neither dealt with nor put off."""
        off = max(self.quiet_until or date.min, self.settled_until or date.min)
        return self.shown == "announced" and self.open_on(day) and day > off

    def meets(self, named: object) -> bool:
        """Whether a mark or a call is about this point: same rule, items and voice, raised while it was open.

        Where the point is about one medicine, one that names another is not about it; one that names none is.
        """
        if not isinstance(named, Mapping) or (named.get("rule"), named.get("voice")) != (self.rule, self.voice):
            return False
        if not of_medicine(named, self.names):
            return False
        items = named.get("items")
        try:
            raised = date.fromisoformat(str(named.get("raised")))
        except ValueError:
            return False
        return isinstance(items, list | tuple) and set(items) == set(self.items) and self.open_on(raised)


def of_medicine(named: Mapping[str, object], names: Mapping[str, str]) -> bool:
    """Whether a mark may be about a point with these names: it names the same medicine, or none."""
    return named.get(MEDICINE) in {None, names.get(MEDICINE)}
