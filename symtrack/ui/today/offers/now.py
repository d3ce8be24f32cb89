"""How it is right now, or was at a time: saved as a moment, and offered as the day's worst where it is higher."""

from datetime import date

from symtrack.diary import moment
from symtrack.i18n import _, clock_at, long_day
from symtrack.ui.today.now_offer import Moment, NowOffer, moment_words
from symtrack.ui.today.offers.occasion import Occasion
from symtrack.ui.widgets import reveal


def make(occasion: Occasion) -> NowOffer:
    """With the moments of the day so far."""
    journal = occasion.journal
    offer = NowOffer(journal.items, occasion.theme, day=occasion.day, today=journal.today, time=f"{journal.now:%H:%M}")
    offer.moment.connect(lambda *given: _save(occasion, offer, given))
    offer.worst.connect(journal.rate)
    offer.taken_away.connect(journal.withdraw)
    offer.day_chosen.connect(lambda _day: offer.draw())
    offer.drawn_by(lambda: _list(occasion, offer))
    return offer


def _save(occasion: Occasion, offer: NowOffer, given: tuple[date, str, str, int]) -> None:
    journal = occasion.journal
    day, at, key, score = given
    item = journal.instrument.item(key)
    at = at or f"{journal.now:%H:%M}"
    if not moment.has_come(day, at, now=journal.now, today=journal.today, day_start=journal.day_start):
        offer.refuse(_("{time} has not come yet.").format(time=clock_at(at)))
        return
    if not journal.rate(day, key, score, time=at):
        return
    standing = journal.answers(day).get(key)
    worst = ""
    if standing is not None and standing.score is not None and score > standing.score:
        words = (
            _("Higher than today’s {there}: make {score} today’s worst")
            if day == journal.today
            else _("Higher than that day’s {there}: make {score} its worst")
        )
        worst = words.format(there=standing.score, score=score)
    offer.show_moment((day, key, score), moment_words(item, clock_at(at), score), worst)
    reveal(offer)


def _list(occasion: Occasion, offer: NowOffer) -> None:
    journal, day = occasion.journal, offer.day()
    given = [
        rating
        for rating in journal.ratings(day, day)
        if rating.time is not None and rating.score is not None and rating.voice == journal.writer.voice
    ]
    given.sort(key=lambda rating: moment.minutes(rating.time or "", journal.day_start))
    known = journal.instrument
    lines = [Moment(r.id, moment_words(known.item(r.item), clock_at(r.time or ""), r.score or 0)) for r in given]
    offer.show_list(_("Noted for {day}:").format(day=long_day(day)), lines)
