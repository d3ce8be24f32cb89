"""A week from a paper sheet: each answer is saved as the day's own."""

from datetime import date, timedelta

from symtrack.diary.rows import Answer
from symtrack.ui.today import day_words
from symtrack.ui.today.offers.occasion import Occasion
from symtrack.ui.today.week_grid import Week
from symtrack.ui.today.week_offer import WEEK, WeekOffer

LAST_DAY = WEEK - timedelta(days=1)


def make(occasion: Occasion) -> WeekOffer:
    """The seven days up to that of the occasion."""
    journal = occasion.journal
    offer = WeekOffer(occasion.theme, journal.today)
    offer.grid.given.connect(lambda *given: _give(occasion, *given))
    offer.grid.cleared.connect(lambda *which: _clear(occasion, *which))
    offer.first_chosen.connect(lambda first: _turn(occasion, offer, first))
    _show(occasion, offer, min(occasion.day, journal.today) - LAST_DAY)
    offer.drawn_by(lambda: _show(occasion, offer, offer.first))
    return offer


def _turn(occasion: Occasion, offer: WeekOffer, first: date) -> None:
    if offer.keep():
        _show(occasion, offer, first)


def _show(occasion: Occasion, offer: WeekOffer, first: date) -> None:
    journal, voice = occasion.journal, occasion.journal.writer.voice
    days = tuple(first + timedelta(days=k) for k in range(WEEK.days))
    answers = {
        (rating.day, rating.item): rating.answer
        for rating in journal.ratings(days[0], days[-1])
        if rating.time is None and rating.voice == voice
    }
    offer.show_week(Week(items=journal.items, days=days, today=journal.today, answers=answers))


def _give(occasion: Occasion, day: date, item: str, answer: Answer) -> None:
    journal = occasion.journal
    before = journal.answers(day).get(item)
    if journal.rate(day, item, answer[0], reason=answer[1]):
        occasion.wishes.said.emit(day_words.kept(before, answer, journal.writer, journal.person))


def _clear(occasion: Occasion, day: date, item: str) -> None:
    standing = occasion.journal.answers(day).get(item)
    if standing is not None:
        occasion.journal.withdraw(standing.id)
