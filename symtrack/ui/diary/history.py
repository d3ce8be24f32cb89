"""What was said in a row's place before: who changed it, when, and from what to what."""

from collections.abc import Sequence
from datetime import datetime

from symtrack.diary.event_words import said
from symtrack.diary.instrument import REASON_NAMES, Instrument
from symtrack.diary.rows import PATIENT, Event, Rating, Row, voice_name
from symtrack.i18n import _, clock, dated, short_day
from symtrack.store import uuid7


def changes(versions: Sequence[Row], known: Instrument) -> list[str]:
    """A line for each change, the newest first; `versions` are in the order of writing."""
    by_id = {version.id: version for version in versions}
    steps = [(by_id[now.replaces], now) for now in versions if now.replaces in by_id]
    return [_change(before, now, versions, known) for before, now in reversed(steps)]


def who(row: Row) -> str:
    """The patient, the patient with who typed, or the caregiver's name."""
    if row.entered_by:
        return _("the patient, typed by {name}").format(name=row.entered_by)
    return _("the patient") if row.voice == PATIENT else voice_name(row.voice)


def moment(row: Row) -> str:
    """14 May 10:02, with the year where the entry is of another year than its day."""
    return _when(datetime.fromisoformat(row.recorded_at), row)


def _change(before: Row, now: Row, versions: Sequence[Row], known: Instrument) -> str:
    given = {"when": moment(now), "who": who(now)}
    if now.withdrawn:
        return _("taken away {when}").format(**given)
    if before.withdrawn:
        return _("brought back {when}").format(when=_when(uuid7.made_at(now.id), now))
    old, new = _two(before, now, known)
    if any(now.action == each.action for each in versions if each.id < now.id):
        # A value that an undo brings back joins the action that gave it; when it came back, its id says.
        when = _when(uuid7.made_at(now.id), now)
        return _("changed back {when} from {old} to {new}").format(when=when, old=old, new=new)
    if old == new:
        return _("changed {when}, by {who}").format(**given)
    return _("changed {when} from {old} to {new}, by {who}").format(old=old, new=new, **given)


def _two(before: Row, now: Row, known: Instrument) -> tuple[str, str]:
    """What the two say, as short as tells them apart."""
    if isinstance(before, Event) and isinstance(now, Event):
        old, new = said(before, known), said(now, known)
        if old == new and before.day != now.day:
            return short_day(before.day), short_day(now.day)
        return _("“{words}”").format(words=old), _("“{words}”").format(words=new)
    return _score(before), _score(now)


def _score(row: Row) -> str:
    if not isinstance(row, Rating):
        return ""
    if row.score is not None:
        return str(row.score)
    return _("“{words}”").format(words=_(REASON_NAMES[row.reason])) if row.reason else _("nothing")


def _when(at: datetime, row: Row) -> str:
    other_year = isinstance(row, Rating | Event) and row.day.year != at.year
    day = dated(at.date()) if other_year else short_day(at.date())
    return f"{day} {clock(at)}"
