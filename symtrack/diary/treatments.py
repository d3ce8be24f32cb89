"""Treatments in time: which come in lines and cycles, and which is still going."""

from collections.abc import Sequence

from symtrack.diary.rows import Event

ROUNDS = frozenset({"chemotherapy", "targeted", "immunotherapy", "hormone", "trial", "other"})
"""The types of treatment that come in lines and cycles."""

ONE_DAY = frozenset({"surgery"})
"""The types that are over on the day on which they are given, unless a last day is stated."""


def open_before(events: Sequence[Event], new: Event) -> Event | None:
    """The newest treatment of the type of `new` that began before it and has no last day; None without any."""
    kind = new.body.get("type")
    found = [
        event
        for event in events
        if event.kind == "treatment" and event.body.get("type") == kind and event.until is None and event.day < new.day
    ]
    return found[-1] if found and kind not in ONE_DAY else None
