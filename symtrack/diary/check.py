"""Whether a row can be taken into a diary at all."""

from datetime import date

from symtrack.diary import event_kinds, instrument, setting_keys
from symtrack.diary.day import check_year, parse_time
from symtrack.diary.rows import Event, Rating, Row, Setting, check_json, check_seen, clean, parse_voice, voice_name
from symtrack.errors import InputError
from symtrack.i18n import _


def check(row: Row, *, today: date) -> None:
    """InputError, with one sentence, when the row can't be taken from anybody; `today` is the person's day."""
    check_kept(row)
    check_seen(voice_name(row.voice))
    check_seen(row.entered_by or "")
    if isinstance(row, Rating | Event) and not row.withdrawn:
        check_year(row.day)
    if isinstance(row, Rating) and not row.withdrawn and row.day > today:
        raise InputError(
            _("{day} has not come yet: today is {today}. A score is for a day that has been.").format(
                day=row.day, today=today
            )
        )


def check_kept(row: Row) -> None:
    """InputError when no diary can hold the row. Of what one can, an older program may have taken more than we do."""
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
        _check_rating(row)
    if isinstance(row, Event):
        event_kinds.check(row)


def _check_rating(rating: Rating) -> None:
    instrument.load().item(rating.item)
    if (rating.score is None) == (rating.reason is None):
        raise InputError(_("An answer is either a score or the reason why there is none."))
    instrument.parse_score(str(rating.score) if rating.reason is None else rating.reason)
