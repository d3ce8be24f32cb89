"""Vomiting, bowels, weight, temperature, fluids: each entry is a row; yes or no is one answer a day."""

from datetime import date
from functools import partial

from symtrack.diary import course, measures, moment
from symtrack.diary.event_words import said
from symtrack.diary.rows import Event
from symtrack.errors import InputError
from symtrack.i18n import _, clock_at, long_day
from symtrack.ui.today.entered import Line
from symtrack.ui.today.measure_offer import MeasureOffer
from symtrack.ui.today.offers.occasion import Occasion, correcting
from symtrack.ui.widgets import reveal

TIMED = frozenset({"temperature"})
"""What is asked with its time: a fever has one."""


def make(occasion: Occasion, what: str) -> MeasureOffer:
    """With the entries of the day, and the course of the last weeks."""
    journal, day, kind = occasion.journal, occasion.day, measures.KINDS[what]
    unit = measures.last_unit(journal.events(), kind)
    time = f"{journal.now:%H:%M}" if what in TIMED and day == journal.today else ""
    offer = MeasureOffer(kind, occasion.theme, day=long_day(day), unit=unit, time=time)
    offer.typed.connect(lambda *given: _type(occasion, offer, what, given))
    offer.once_more.connect(lambda: _add(occasion, offer, _event(occasion, what, 1)))
    offer.answered.connect(lambda yes: _answer(occasion, what, yes=yes))
    offer.drawn_by(lambda: _draw(occasion, offer, what))
    return offer


def _type(occasion: Occasion, offer: MeasureOffer, what: str, given: tuple[str, str, str]) -> None:
    journal, day = occasion.journal, occasion.day
    text, unit, at = given
    try:
        value, key = measures.parse(measures.KINDS[what], text, unit)
    except InputError as error:
        offer.refuse(str(error))
        return
    at = at or _now(occasion, what)
    if at and not moment.has_come(day, at, now=journal.now, today=journal.today, day_start=journal.day_start):
        offer.refuse(_("{time} has not come yet.").format(time=clock_at(at)))
        return
    _add(occasion, offer, _event(occasion, what, value, unit=key, time=at))


def _add(occasion: Occasion, offer: MeasureOffer, event: Event) -> None:
    if occasion.journal.add(event):
        offer.settle(_("Saved: {words}.").format(words=said(event)))
        reveal(offer)


def _answer(occasion: Occasion, what: str, *, yes: bool) -> None:
    """Yes or no; another press corrects what was said of that day."""
    standing = _mine(occasion, what, occasion.day)
    if not standing:
        occasion.journal.add(_event(occasion, what, int(yes)))
    elif measures.value_of(standing[-1]) != yes:
        occasion.journal.add(correcting(occasion, standing[-1], {**standing[-1].body, "value": int(yes)}))


def _event(occasion: Occasion, what: str, value: float, *, unit: str = "", time: str = "") -> Event:
    body: dict[str, object] = {"what": what, "value": value, **({"unit": unit} if unit else {})}
    return Event(kind="measurement", day=occasion.day, time=time or None, body=body)


def _draw(occasion: Occasion, offer: MeasureOffer, what: str) -> None:
    journal, day, kind = occasion.journal, occasion.day, measures.KINDS[what]
    events, voice = journal.events(), journal.writer.voice
    mine = _mine(occasion, what, day)
    lines = [Line(words=said(event), acts=((_("Take away"), partial(journal.withdraw, event.id)),)) for event in mine]
    values = measures.by_day(events, what, voice)
    unit = offer.unit() or measures.last_unit(events, kind)
    answer = bool(values[day]) if kind.yes_or_no and day in values else None
    head = _("Noted for {day}:").format(day=long_day(day))
    offer.show_entered(head, lines, course.of_kind(kind, values, unit, max(day, journal.today)), answer=answer)


def _mine(occasion: Occasion, what: str, day: date) -> list[Event]:
    journal = occasion.journal
    return [
        event
        for event in journal.events()
        if (event.kind, event.day, event.voice) == ("measurement", day, journal.writer.voice)
        and event.body.get("what") == what
    ]


def _now(occasion: Occasion, what: str) -> str:
    """The time of what is measured just now, where it is asked with its time."""
    journal = occasion.journal
    return f"{journal.now:%H:%M}" if what in TIMED and occasion.day == journal.today else ""
