"""Daylio: its backup, a zip with one file of JSON in base64.

What it holds was seen in several unrelated programs that read it; Daylio itself does not describe it. Each mood belongs
to one of five groups, from 1 as the best to 5 as the worst, whatever it is called: better than the words of the table.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from symtrack.diary import strict_json
from symtrack.errors import InputError
from symtrack.exchange.foreign import moods
from symtrack.exchange.foreign.choice import Suggestion
from symtrack.exchange.foreign.entry import NOTE, Entry, Read, Unread
from symtrack.exchange.foreign.survey import Seen
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _

WITHIN = "backup.daylio"
MOST = 64 << 20
DEFAULT_NAMES = dict(enumerate(moods.NAMES, start=moods.BEST))


def recognises(source: Source) -> bool:
    """Whether the file of the backup is in the zip."""
    return source.member(WITHIN) is not None


def entries(source: Source, _roles: Mapping[str, str]) -> Iterator[Read]:
    """The mood, the activities and the note of each entry. InputError when the backup is damaged."""
    found = _content(source)
    groups = {_id(mood.get("id")): mood for mood in _list(found, "customMoods")}
    activities = {_id(tag.get("id")): str(tag.get("name", "")).strip() for tag in _list(found, "tags")}
    for number, entry in enumerate(_list(found, "dayEntries"), start=1):
        where = _("entry {n}").format(n=number)
        day, time = _day(entry), _time(entry)
        if day is None:
            yield Unread(where, _("There is no day that can be read."))
            continue
        value, label = _mood(groups.get(_id(entry.get("mood")), {}))
        yield Entry(where=where, day=day, time=time, subject=_(moods.SUBJECT), value=value, label=label)
        tags = entry.get("tags")
        named = [activities.get(_id(tag), "") for tag in tags] if isinstance(tags, list) else []
        if did := " · ".join(filter(None, named)):
            yield Entry(where=where, day=day, time=time, subject=_(moods.ACTIVITIES), value=did)
        texts = (str(entry.get(part) or "").strip() for part in ("note_title", "note"))
        if note := "\n".join(filter(None, texts)):
            yield Entry(where=where, day=day, time=time, subject=NOTE, value=note)


def suggests(seen: Seen) -> Suggestion | None:
    """A mood is offered as low mood, the best group as 0."""
    return moods.suggested(seen.subject)


def _content(source: Source) -> Mapping[str, Any]:
    file = source.member(WITHIN)
    damaged = InputError(_("“{name}” is damaged: it can’t be read as a backup of Daylio.").format(name=source.name))
    if file is None:
        raise damaged
    try:
        found = strict_json.parse(base64.b64decode(file.whole(MOST)))
    except binascii.Error:
        raise damaged from None
    if not isinstance(found, dict):
        raise damaged
    return found


def _list(found: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows = found.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _id(value: object) -> int | None:
    """The number that something has there; None for anything else."""
    return value if type(value) is int else None


def _day(entry: Mapping[str, Any]) -> date | None:
    """The day on the wall; the app counts months from 0."""
    year, month, day = (entry.get(part) for part in ("year", "month", "day"))
    if type(year) is not int or type(month) is not int or type(day) is not int:
        return None
    try:
        return date(year, month + 1, day)
    except (ValueError, OverflowError):
        return None


def _time(entry: Mapping[str, Any]) -> str | None:
    hour, minute = entry.get("hour"), entry.get("minute")
    if type(hour) is not int or type(minute) is not int or not (0 <= hour < 24 and 0 <= minute < 60):  # noqa: PLR2004 - a clock
        return None
    return f"{hour:02}:{minute:02}"


def _mood(mood: Mapping[str, Any]) -> tuple[str, str]:
    """The group of the mood as a number, and what the person or the app calls it."""
    group, named = mood.get("mood_group_id"), mood.get("predefined_name_id")
    name = str(mood.get("custom_name") or "").strip()
    if not name and type(named) is int:
        name = DEFAULT_NAMES.get(named, "")
    known = type(group) is int and moods.BEST <= group <= moods.WORST
    return (str(group), name) if known else (name, "")


FORMAT = Foreign(
    key="daylio-backup", name=N_("Daylio (backup)"), recognises=recognises, entries=entries, suggests=suggests
)
