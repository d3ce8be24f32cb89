"""The night before the day: its pain is kept as moments, as pain at any other time is; how often it woke as a count."""

from datetime import timedelta
from functools import partial

from symtrack.diary import course, measures, night
from symtrack.diary.event_words import said
from symtrack.diary.rows import Event, Rating
from symtrack.i18n import _, clock_at, long_day
from symtrack.ui.today.entered import Line
from symtrack.ui.today.night_offer import NightOffer
from symtrack.ui.today.now_offer import moment_words
from symtrack.ui.today.offers.occasion import Occasion, correcting

PAIN = "pain"


def make(occasion: Occasion) -> NightOffer:
    """The night that ends on the occasion's day."""
    pain = occasion.journal.instrument.item(PAIN)
    title = _("The night to {day}").format(day=long_day(occasion.day))
    offer = NightOffer(pain, occasion.theme, title=title, hours=night.HOURS)
    offer.woken.connect(lambda times: _keep_woken(occasion, times))
    offer.pain.connect(lambda at, score: _keep_pain(occasion, offer, at, score))
    offer.drawn_by(lambda: _draw(occasion, offer))
    return offer


def _keep_woken(occasion: Occasion, times: int) -> None:
    """Another press corrects what was said of that night."""
    standing = _woken(occasion)
    if standing is None:
        body: dict[str, object] = {"what": "woken", "value": times}
        occasion.journal.add(Event(kind="measurement", day=night.day_before(occasion.day), body=body))
    elif measures.value_of(standing) != times:
        occasion.journal.add(correcting(occasion, standing, {**standing.body, "value": times}))


def _keep_pain(occasion: Occasion, offer: NightOffer, at: str, score: int) -> None:
    journal = occasion.journal
    day = night.day_of_hour(occasion.day, at, journal.day_start)
    if journal.rate(day, PAIN, score, time=at):
        offer.settle(_("Saved: {words}").format(words=moment_words(journal.instrument.item(PAIN), clock_at(at), score)))


def _draw(occasion: Occasion, offer: NightOffer) -> None:
    journal, voice, last = occasion.journal, occasion.journal.writer.voice, night.day_before(occasion.day)
    ratings = journal.ratings(last - timedelta(days=course.DAYS), occasion.day)
    known, woken = journal.instrument.item(PAIN), _woken(occasion)
    mine = [
        rating
        for rating in ratings
        if (rating.item, rating.voice) == (PAIN, voice)
        and night.at_night(rating.time)
        and night.night_of(rating.day, rating.time or "", journal.day_start) == last
    ]
    lines = [_line(occasion, said(woken), woken)] if woken is not None else []
    mine.sort(key=lambda rating: night.HOURS.index(f"{(rating.time or '')[:2]}:00"))
    lines += [_line(occasion, moment_words(known, clock_at(r.time or ""), r.score or 0), r) for r in mine]
    value = measures.value_of(woken) if woken is not None else None
    worst = night.worst(ratings, PAIN, voice, journal.day_start)
    shown = course.of_nights({day: float(score) for day, score in worst.items()}, last)
    offer.show_night(None if value is None else round(value), _("Noted for this night:"), lines, shown)


def _line(occasion: Occasion, words: str, row: Event | Rating) -> Line:
    return Line(words=words, acts=((_("Take away"), partial(occasion.journal.withdraw, row.id)),))


def _woken(occasion: Occasion) -> Event | None:
    journal, day = occasion.journal, night.day_before(occasion.day)
    found = [
        event
        for event in journal.events()
        if (event.kind, event.day, event.voice) == ("measurement", day, journal.writer.voice)
        and event.body.get("what") == "woken"
    ]
    return found[-1] if found else None
