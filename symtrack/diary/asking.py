"""What a diary asks: which items each day, which could be asked too, and the rows that change it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from symtrack.diary import instrument
from symtrack.diary.instrument import STRAIN, Item
from symtrack.diary.rows import Event, Setting
from symtrack.diary.setting_keys import WEEKLY

Settings = Mapping[str, object]
WEEK = 7


def asked(settings: Settings) -> tuple[Item, ...]:
    """What is asked each day; the first four until something else was chosen."""
    known = instrument.of(settings)
    chosen = settings.get("items")
    keys = chosen if isinstance(chosen, list) else []
    # A newer version may ask what this one does not know.
    found = tuple(item for key in keys for item in known.items if item.key == key)
    return found or known.daily


def offered(settings: Settings) -> tuple[Item, ...]:
    """What can be asked or left out, as the person likes. A caregiver's own strain is what such a diary is for."""
    return tuple(item for item in instrument.of(settings).items if item.key != STRAIN)


def choosing(settings: Settings, keys: Collection[str]) -> tuple[Setting, ...]:
    """The row that has these items asked; none when nothing would be asked any more.

    Those that are asked already stay in their order, and each new one takes the place that it has in the instrument.
    """
    order = [item.key for item in instrument.of(settings).items]
    wanted = [item.key for item in asked(settings) if item.key in {*keys, STRAIN}]
    for place, key in enumerate(order):
        if key in keys and key not in wanted:
            before = [wanted.index(other) for other in order[:place] if other in wanted]
            wanted.insert(max(before, default=-1) + 1, key)
    return (Setting(key="items", value=wanted),) if wanted else ()


def making(settings: Settings, name: str) -> tuple[Setting, ...]:
    """The rows that make an item of the person's own and ask it; one of this name that was hidden is asked again."""
    known = instrument.of(settings)
    there = next((item for item in known.own if item.name.casefold() == name.casefold()), None)
    key = there.key if there else instrument.own_key(name, {item.key for item in known.items})
    made = () if there else (Setting(key=f"item.{key}", value=instrument.own_words(name)),)
    now = [item.key for item in asked(settings)]
    return (*made, Setting(key="items", value=list(dict.fromkeys([*now, key]))))


def weekly(settings: Settings, events: Iterable[Event], voice: str, today: date) -> tuple[bool, Event | None]:
    """Whether “up and about” is asked today, and what was answered today already.

    It is asked where it was wanted, when it was not answered in the six days before.
    """
    if settings.get(WEEKLY) != "on":
        return False, None
    given = [
        event
        for event in events
        if event.kind == "measurement" and event.body.get("what") == "upandabout" and event.voice == voice
    ]
    before = any(0 < (today - event.day).days < WEEK for event in given)
    return not before, next((event for event in given if event.day == today), None)
