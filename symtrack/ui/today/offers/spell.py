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
    offer.given.connect(lambda spell: _save(occasion, offer, spell))
    offer.drawn_by(lambda: _draw(occasion, offer))
    return offer


def _save(occasion: Occasion, offer: SpellOffer, spell: Spell) -> None:
    journal, day = occasion.journal, occasion.day
    now = f"{journal.now:%H:%M}"
    began = now if spell.just_now else spell.began
    for at in filter(None, (began, spell.ended)):
        if not moment.has_come(day, at, now=journal.now, today=journal.today, day_start=journal.day_start):
            offer.refuse(_("{time} has not come yet.").format(time=clock_at(at)))
            return
    if began and spell.ended and not spells.may_last(began, spell.ended):
        offer.refuse(_("It can’t have ended at {end}, before it began.").format(end=clock_at(spell.ended)))
        return
    body = spells.body(worst=spell.worst, where=spell.places, helped=spell.helped, ended=spell.ended or None)
    event = Event(kind="episode", day=day, time=began or None, body=body)
    if journal.add(event):
        offer.settle()
        occasion.wishes.said.emit(_("Saved: {words}.").format(words=said(event)))


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
