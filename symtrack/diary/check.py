"""Whether a row can be taken into a diary at all."""

from datetime import date

from symtrack.diary import event_kinds, instrument, setting_keys
from symtrack.diary.day import parse_time
from symtrack.diary.rows import Event, Rating, Row, Setting, check_json, clean, parse_voice
from symtrack.errors import InputError
from symtrack.i18n import _


def check(row: Row, *, today: date) -> None:
    """InputError, with one sentence, when the row can't be taken; `today` is the person's day."""
    parse_voice(row.voice)
    clean(row.entered_by or "")
    if isinstance(row, Setting):
        setting_keys.check(row.key)
        check_json(row.value)
        return
    if isinstance(row, Rating | Event) and row.time is not None:
        parse_time(row.time)
    if row.withdrawn:
        return
    if isinstance(row, Rating):
        _check_rating(row, today)
    if isinstance(row, Event):
        event_kinds.check(row)


def _check_rating(rating: Rating, today: date) -> None:
    instrument.load().item(rating.item)
    if rating.day > today:
        raise InputError(
            _("{day} has not come yet: today is {today}. A score is for a day that has been.").format(
                day=rating.day, today=today
            )
        )
    if (rating.score is None) == (rating.reason is None):
        raise InputError(_("An answer is either a score or the reason why there is none."))
    instrument.parse_score(str(rating.score) if rating.reason is None else rating.reason)
