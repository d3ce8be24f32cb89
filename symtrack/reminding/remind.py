"""Reminding without a window: from the diary itself, or of a sealed one from the day that is kept beside it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from symtrack.diary import setting_keys
from symtrack.diary.day import DAY_START, day_of
from symtrack.errors import SealedError, SymtrackError
from symtrack.i18n import _
from symtrack.reminding import shown, words
from symtrack.reminding.due import due
from symtrack.store import DiaryStore, last_day
from symtrack.store.vault import Secret


class Known(NamedTuple):
    """What is known of a diary: whether it asks, the last day that has an entry, when the person's day begins."""

    asked: bool
    last: date | None
    day_start: time = DAY_START


def remind(diary: Path, *, now: datetime, at: time | None = None, secret: Secret | None = None) -> bool:
    """Shows the reminder when it is time and nobody has shown it today; whether it did.

    SealedError when nothing is known of a sealed diary, DiaryFileError when there is none, SymtrackError when nothing
    on this computer shows notifications.
    """
    from symtrack.reminding import notice

    known = _look(diary, secret)
    if not due(now=now, last=known.last, at=at, asked=known.asked, day_start=known.day_start):
        return False
    return show_once(diary, day_of(now, known.day_start), notice.show)


def show_once(diary: Path, day: date, show: Callable[[str], object]) -> bool:
    """Shows the day's reminder unless it was shown; whether it did. What can't be shown may be tried again."""
    if not shown.claim(diary, day):
        return False
    try:
        show(words.reminder())
    except SymtrackError:
        shown.give_back(diary, day)
        raise
    return True


def stay(
    diary: Path, *, wanted: Callable[[], time | None], clock: Callable[[], datetime], rest: Callable[[], object]
) -> None:
    """Reminds each day at the time that is `wanted`, until none is. `rest` lets a while pass between two looks."""
    looked: date | None = None
    while (at := wanted()) is not None:
        now = clock()
        if looked != day_of(now) and due(now=now, at=at, last=None):
            # Just after the log-in nothing may show notifications yet: then it is tried again.
            with suppress(SymtrackError):
                remind(diary, now=now, at=at)
                looked = day_of(now)
        rest()


def _look(diary: Path, secret: Secret | None) -> Known:
    try:
        with DiaryStore.open(diary, secret=secret) as store:
            settings = store.settings()
            return Known(
                setting_keys.asks(settings.get("mode")),
                store.last_entry(),
                setting_keys.day_start(settings.get("day-start")),
            )
    except SealedError as error:
        if secret is not None:
            raise
        if not last_day.kept(diary):
            raise SealedError(
                _("The diary is sealed, and its last day is not kept outside of it: nothing is shown.")
            ) from error
        return Known(*last_day.read(diary))
