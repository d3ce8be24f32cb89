"""The team's list: what to ring about, in two parts, copied from the team's own card; what was ticked on it.

The setting `teamlist` is `{"emergency": ["Chest pain", …], "team": ["…"]}`. Without it there is a cautious default,
fitted to the treatments that the diary holds. The temperature is the team's own number, never one of ours.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from symtrack.diary import team_list_default as default
from symtrack.diary.rows import Event
from symtrack.diary.setting_keys import OPIOID
from symtrack.diary.team_list_default import EMERGENCY, TEAM
from symtrack.i18n import _

__all__ = ["EMERGENCY", "TEAM", "Listed", "listed", "part", "setting", "standing", "ticked"]

NOT_RUNG = "no"
"""What `rung` says of a tick that was put away without a call."""
_LOWEST, _HIGHEST = 34.0, 43.0
_NUMBER = re.compile(r"\d{2,3}([.,]\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The list as it is shown. `own` means that the person copied it; a default names its `sources`."""

    emergency: tuple[str, ...]
    team: tuple[str, ...]
    own: bool
    sources: tuple[str, ...] = ()


def listed(settings: Mapping[str, object], events: Iterable[Event], on: date) -> Listed:
    """The person's own list where there is one, else the default of that day. What a fever is leads the second part."""
    fever = (temperature_line(settings), _(default.FEVER))
    own = {part: _texts(settings, part) for part in (EMERGENCY, TEAM)}
    if any(own.values()):
        return Listed(emergency=own[EMERGENCY], team=(*fever, *own[TEAM]), own=True)
    about = _treated(events, on) | ({default.OPIOID} if settings.get(OPIOID) == "on" else set())
    lines = [line for line in default.LINES if not line.fits or line.fits & about]
    found = {part: tuple(_(line.text) for line in lines if line.part == part) for part in (EMERGENCY, TEAM)}
    sources = dict.fromkeys([*default.FEVER_SOURCES, *(line.source for line in lines)])
    return Listed(
        emergency=found[EMERGENCY],
        team=(*fever, *found[TEAM]),
        own=False,
        sources=tuple(map(_, sources)),
    )


def temperature(settings: Mapping[str, object]) -> str:
    """The team's number as it was written, with the unit that it can only be; empty where none is given."""
    written = _one_line(settings.get("temperature"))
    if not _NUMBER.fullmatch(written):
        return written
    degrees = float(written.replace(",", "."))
    return (
        _("{number} °C").format(number=written)
        if _LOWEST <= degrees <= _HIGHEST
        else _("{number} °F").format(number=written)
    )


def temperature_line(settings: Mapping[str, object]) -> str:
    """From which temperature on to ring: the team's number, or that it is to be asked for."""
    number = temperature(settings)
    if not number:
        return _("A high temperature: ask your team for your number")
    return _("A temperature of {number} or above").format(number=number)


def setting(emergency: Iterable[str], team: Iterable[str]) -> dict[str, object]:
    """The two parts as the setting keeps them; without a line the default stands again."""
    kept = {EMERGENCY: _lines(emergency), TEAM: _lines(team)}
    return {part: list(lines) for part, lines in kept.items()} if any(kept.values()) else {}


def part(shown: Listed, texts: Iterable[str]) -> str:
    """Whom what is ticked says to call: the emergency service before the team; nobody where nothing is ticked."""
    some = set(texts)
    if some & set(shown.emergency):
        return EMERGENCY
    return TEAM if some else ""


def ticked(event: Event | None) -> tuple[str, ...]:
    """What an event says was ticked, line by line."""
    kept = event.body.get("ticked") if event is not None else None
    return tuple(filter(None, map(_one_line, kept))) if isinstance(kept, list | tuple) else ()


def standing(events: Iterable[Event], today: date) -> tuple[Event, ...]:
    """The ticks of this day and the last that nobody rang about or put away, the newest first."""
    waiting = [
        event
        for event in events
        if event.kind == "teamlist" and today - timedelta(days=1) <= event.day <= today and not event.body.get("rung")
    ]
    return tuple(sorted(waiting, key=lambda event: (event.day, event.recorded_at), reverse=True))


def _treated(events: Iterable[Event], on: date) -> set[str]:
    """What the person is treated with on a day, or was until so short a while ago that it still counts."""
    found: set[str] = set()
    for event in events:
        if event.kind == "treatment" and event.day <= on:
            kind = str(event.body.get("type"))
            for each in default.LIKE.get(kind, (kind,)):
                if each in default.AFTER and (event.until is None or on <= event.until + default.AFTER[each]):
                    found.add(each)
    return found


def _texts(settings: Mapping[str, object], part: str) -> tuple[str, ...]:
    kept = settings.get("teamlist")
    lines = kept.get(part) if isinstance(kept, Mapping) else None
    return _lines(lines) if isinstance(lines, list | tuple) else ()


def _lines(texts: Iterable[object]) -> tuple[str, ...]:
    """Each once, without empty ones."""
    return tuple(dict.fromkeys(filter(None, map(_one_line, texts))))


def own_lines(shown: Listed) -> tuple[Sequence[str], Sequence[str]]:
    """The two parts as the person writes them: what a fever is stands there anyhow."""
    return shown.emergency, shown.team[2:]


def _one_line(text: object) -> str:
    # Whether a tick waits is asked before the window is there; what an event is in words is not.
    from symtrack.diary.event_words import one_line

    return one_line(text)
