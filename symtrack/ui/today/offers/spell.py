"""Sudden bad pain: one row, with the day's others, and how often there was any in the last weeks."""

from collections.abc import Callable
from dataclasses import replace

from symtrack.diary import course, moment, spells
from symtrack.diary.event_words import said
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _, clock_at, long_day
from symtrack.ui.today.entered import Line
from symtrack.ui.today.offers.occasion import Occasion, correcting
from symtrack.ui.today.spell_offer import Spell, SpellOffer


def make(occasion: Occasion) -> SpellOffer:
    """For the occasion's day; on today it may be just now."""
    journal, day = occasion.journal, occasion.day
    now = f"{journal.now:%H:%M}" if day == journal.today else ""
    pain = replace(journal.instrument.item("pain"), name=N_("At its worst"))
    offer = SpellOffer(pain, occasion.theme, now=now)
    form = _Form(occasion, offer)
    offer.given.connect(form.save)
    offer.drawn_by(form.draw)
    return offer


class _Form:
    """What is said in the offer is one row, also when more is said after the window was left: that corrects it."""

    def __init__(self, occasion: Occasion, offer: SpellOffer) -> None:
        self._occasion, self._offer = occasion, offer
        self._origin = ""

    def save(self, spell: Spell) -> None:
        standing, journal = self._standing(), self._occasion.journal
        now = f"{journal.now:%H:%M}"
        began = spell.began or (((standing and standing.time) or now) if spell.just_now else "")
        if why := _why_not(self._occasion, began, spell.ended):
            self._offer.refuse(why)
            return
        body = spells.body(worst=spell.worst, where=spell.places, helped=spell.helped, ended=spell.ended or None)
        event = Event(kind="episode", day=self._occasion.day, time=began or None, body=body)
        if standing is not None:
            event = replace(correcting(self._occasion, standing, body), time=began or None)
        known = {each.origin for each in journal.events()}
        if journal.add(event):
            new = (each.origin for each in journal.events() if each.origin not in known)
            self._origin = next(new, self._origin)
            self._offer.settle()
            self._occasion.wishes.said.emit(_("Saved: {words}.").format(words=said(event)))

    def draw(self) -> None:
        if self._origin and self._standing() is None:  # It was taken back, and what is said next is another.
            self._origin = ""
            self._offer.begin()
        _draw(self._occasion, self._offer)

    def _standing(self) -> Event | None:
        found = (event for event in self._occasion.journal.events() if self._origin)
        return next((event for event in found if event.origin == self._origin), None)


def _why_not(occasion: Occasion, began: str, ended: str) -> str:
    """Why these times can't be; nothing where they can."""
    journal, day = occasion.journal, occasion.day
    for at in filter(None, (began, ended)):
        if not moment.has_come(day, at, now=journal.now, today=journal.today, day_start=journal.day_start):
            return _("{time} has not come yet.").format(time=clock_at(at))
    if began and ended and not spells.may_last(began, ended):
        return _("It can’t have ended at {end}, before it began.").format(end=clock_at(ended))
    return ""


def _draw(occasion: Occasion, offer: SpellOffer) -> None:
    journal, day, voice = occasion.journal, occasion.day, occasion.journal.writer.voice
    events = journal.events()
    mine = [event for event in events if (event.kind, event.day, event.voice) == ("episode", day, voice)]
    lines = [Line(words=said(event), acts=_acts(occasion, event)) for event in mine]
    shown = course.of_spells(spells.by_day(events, voice), max(day, journal.today))
    offer.show_entered(_("Noted for {day}:").format(day=long_day(day)), lines, shown)


def _acts(occasion: Occasion, event: Event) -> tuple[tuple[str, Callable[[], object]], ...]:
    journal = occasion.journal
    take = (_("Take away"), lambda: journal.withdraw(event.id))
    if event.time is None or event.body.get("ended") or event.day != journal.today:
        return (take,)
    return ((_("It is over now"), lambda: _end(occasion, event)), take)


def _end(occasion: Occasion, event: Event) -> None:
    journal = occasion.journal
    ended = {**event.body, "ended": f"{journal.now:%H:%M}"}
    journal.add(correcting(occasion, event, ended))
