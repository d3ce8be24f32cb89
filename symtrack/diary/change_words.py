"""What became of a row, in words: the same in the window and on the command line."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from symtrack.diary.event_words import said
from symtrack.diary.instrument import REASON_NAMES, Instrument
from symtrack.diary.rows import PATIENT, Event, Rating, Row, voice_name
from symtrack.i18n import _, clock, dated, short_day


def change(before: Row, now: Row, known: Instrument, *, made: datetime, back: bool = False) -> str:
    """Changed 14 May 10:02 from 6 to 4, by Anna.

    `known` are the diary's questions. `made` is the moment at which the row was written, which it may not hold itself;
    `back` says that an undo put it back.
    """
    given = {"when": moment(now), "who": who(now)}
    if now.withdrawn:  # By whom is not known: the row has the voice of what it takes away.
        # Translators: {when} is a day and a time: 14 May 10:02.
        return _("taken away {when}").format(**given)
    if before.withdrawn:
        return _("brought back {when}").format(when=when(made, now) if back else given["when"])
    if before.private != now.private and not answer_changed(before, now):
        words = _("marked as private {when}") if now.private else _("not private any more since {when}")
        return words.format(when=when(made, now))
    old, new = _two(before, now, known)
    if back:
        return _("changed back {when} from {old} to {new}").format(when=when(made, now), old=old, new=new)
    if old == new:
        return _("changed {when}, by {who}").format(**given)
    return _("changed {when} from {old} to {new}, by {who}").format(old=old, new=new, **given)


def answer_changed(before: Row, now: Row) -> bool:
    """Whether the later of two rows of one place says something else than the earlier."""
    common = {key: getattr(now, key) for key in ("id", "action", "replaces", "private", "recorded_at", "entered_by")}
    if isinstance(before, Event) and isinstance(now, Event):
        before = replace(before, origin=now.origin)
    return replace(before, **common) != now


def put_back(now: Row, earlier: Iterable[Row]) -> bool:
    """Whether an undo wrote the row: a value that it brings back joins the action that first gave it."""
    return any(now.action == each.action for each in earlier)


def who(row: Row) -> str:
    """The patient, the patient with who typed, or the caregiver's name."""
    if row.entered_by:
        # Translators: Whose entry it is. It stands alone, or in the place of {who}.
        return _("the patient, typed by {name}").format(name=row.entered_by)
    return _("the patient") if row.voice == PATIENT else voice_name(row.voice)


def moment(row: Row) -> str:
    """14 May 10:02, with the year where the entry is of another year than its day."""
    return when(datetime.fromisoformat(row.recorded_at), row)


def when(at: datetime, row: Row) -> str:
    """The moment in words, with the year where it is of another year than the row's day."""
    other_year = isinstance(row, Rating | Event) and row.day.year != at.year
    day = dated(at.date()) if other_year else short_day(at.date())
    return f"{day} {clock(at)}"


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
