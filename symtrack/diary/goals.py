"""The level that the person chose for an item: as high as it may go, from a day on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from symtrack.diary.rows import Event


def levels(events: Iterable[Event], today: date) -> dict[str, int | None]:
    """The level chosen for each item as it stands today."""
    found: dict[str, int | None] = {}
    for event in events:
        if event.kind == "goal" and event.day <= today:
            value = event.body.get("value")
            found[str(event.body.get("item"))] = value if isinstance(value, int) else None
    return found


def choosing(events: Iterable[Event], item: str, value: int | None, today: date) -> Event:
    """The level from today on, None for none; it corrects the one that was chosen earlier today."""
    body: dict[str, object] = {"item": item, "value": value}
    goals = (event for event in events if event.kind == "goal" and event.day == today)
    before = next((event for event in goals if event.body.get("item") == item), None)
    if before is None:
        return Event(kind="goal", day=today, body=body)
    return replace(before, id="", action="", recorded_at="", replaces=before.id, body=body)
