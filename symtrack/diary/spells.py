"""Sudden bad pain: when, how bad, where, what helped; kept as an event of the kind `episode`."""

from collections.abc import Iterable, Sequence
from datetime import date

from symtrack.diary import places
from symtrack.diary.moment import DAY_MINUTES
from symtrack.diary.rows import Event
from symtrack.i18n import _, clock_at

LONGEST = DAY_MINUTES // 2
"""Minutes. Longer than this is an end that was typed before the beginning."""


def body(
    *, worst: int | None = None, where: Sequence[str] = (), helped: str = "", ended: str | None = None
) -> dict[str, object]:
    """What the event holds; what was not said is not there. `ended` is a wall-clock time HH:MM."""
    given = {"worst": worst, "places": list(where), "helped": " ".join(helped.split()), "ended": ended}
    return {"item": "pain", **{key: value for key, value in given.items() if value not in (None, [], "")}}


def may_last(began: str, ended: str) -> bool:
    """Whether it can have lasted from one wall-clock time to the other: what lasts half a day is no spell."""
    minutes = [60 * int(at[:2]) + int(at[3:]) for at in (began, ended)]
    return (minutes[1] - minutes[0]) % DAY_MINUTES <= LONGEST


def by_day(events: Iterable[Event], voice: str) -> dict[date, float]:
    """How often a day, for the days on which there was any."""
    found: dict[date, float] = {}
    for event in events:
        if event.kind == "episode" and event.voice == voice and event.body.get("item", "pain") == "pain":
            found[event.day] = found.get(event.day, 0) + 1
    return found


def said(event: Event) -> str:
    """Sudden bad pain 14:10 to 14:40, worst 8, lower back; helped: warm bath."""
    worst, helped = event.body.get("worst"), event.body.get("helped")
    parts = [_when(event)]
    if isinstance(worst, int):
        parts.append(_("worst {score}").format(score=worst))
    where = event.body.get("places")
    parts += [places.name(str(each)) for each in where] if isinstance(where, list | tuple) else []
    words = ", ".join(parts)
    if isinstance(helped, str) and helped.split():
        words = _("{spell}; helped: {what}").format(spell=words, what=" ".join(helped.split()))
    text = " ".join((event.text or "").split())
    return _("{spell}. {text}").format(spell=words, text=text) if text else words


def _when(event: Event) -> str:
    ended = event.body.get("ended")
    begins, ends = _clock(event.time), _clock(ended if isinstance(ended, str) else None)
    if begins and ends:
        return _("Sudden bad pain {begins} to {ends}").format(begins=begins, ends=ends)
    if begins:
        return _("Sudden bad pain at {begins}").format(begins=begins)
    return _("Sudden bad pain until {ends}").format(ends=ends) if ends else _("Sudden bad pain")


def _clock(at: str | None) -> str:
    try:
        return clock_at(at) if at else ""
    except ValueError:
        return ""
