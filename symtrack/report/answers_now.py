"""The answers of the last days, item by item, as a sheet tells them."""

from collections.abc import Iterator, Sequence
from datetime import date

from symtrack.diary.asking import asked
from symtrack.diary.instrument import REASON_NAMES, SEVERE, Item
from symtrack.diary.moment import day_values
from symtrack.diary.rows import PATIENT, Rating, voice_name
from symtrack.i18n import _, weekday
from symtrack.report.blocks import Table
from symtrack.report.sheet import Ground, clock_words


def answers(ground: Ground, heading: str, days: Sequence[date], *, short: bool = False) -> Table | None:
    """A row an item and a column a day: the day's value, its moments with their times, and a caregiver's own view.

    None where nobody answered. Rows with a 7 or more are strong. A `short` one has no moments, and half the width.
    """
    rows: list[tuple[str, ...]] = []
    strong: list[int] = []
    for item in _items(ground, days):
        given = [rating for rating in ground.ratings if rating.item == item.key and rating.day in days]
        strong += [len(rows)] if any((rating.score or 0) >= SEVERE for rating in given) else []
        cells = ("\n".join(_of_day([rating for rating in given if rating.day == day], short=short)) for day in days)
        rows.append((_(item.name), *cells))
    if not rows:
        return None
    names = (_("Today") if day == ground.today else weekday(day) for day in days)
    return Table(
        heading=heading,
        columns=(_("At its worst"), *names),
        rows=tuple(rows),
        strong=tuple(strong),
        even=True,
        column="left" if short else "both",
    )


def _items(ground: Ground, days: Sequence[date]) -> list[Item]:
    """What was answered on these days, in the order in which it is asked."""
    given = {rating.item for rating in ground.ratings if rating.day in days}
    order = [item.key for item in (*asked(ground.settings), *ground.known.items)]
    return [ground.known.item(key) for key in dict.fromkeys([*order, *sorted(given)]) if key in given]


def _of_day(given: Sequence[Rating], *, short: bool) -> Iterator[str]:
    """7 (14:10: 5, 18:00: 7), and below it each caregiver's own view."""
    voices = sorted({rating.voice for rating in given}, key=lambda voice: (voice != PATIENT, voice))
    for voice in voices:
        mine = [rating for rating in given if rating.voice == voice]
        value = next(iter(day_values(mine).values()), "")
        told = str(value) if isinstance(value, int) else _(REASON_NAMES.get(value, ""))
        moments = ", ".join(
            _("{time}: {score}").format(time=clock_words(rating.time), score=rating.score)
            for rating in mine
            if rating.time is not None and rating.score is not None
        )
        if moments and not short:
            told = _("{score} ({moments})").format(score=told, moments=moments)
        yield told if voice == PATIENT else _("{name}: {text}").format(name=voice_name(voice), text=told)
