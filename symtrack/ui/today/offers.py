"""What Today offers below the cards: each offer is made here, shown what the journal has, and its wishes are done."""

from datetime import date, time, timedelta

from PySide6.QtCore import QObject, Signal

from symtrack.diary import asking, moment
from symtrack.diary.instrument import answer_words
from symtrack.diary.rows import Rating
from symtrack.diary.setting_keys import WEEKLY
from symtrack.i18n import _, clock, long_day
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.today import day_words
from symtrack.ui.today.more_offer import MoreOffer
from symtrack.ui.today.note_offer import NoteOffer
from symtrack.ui.today.now_offer import Moment, NowOffer, moment_words
from symtrack.ui.today.offer import Offer
from symtrack.ui.today.picking import Answer
from symtrack.ui.today.rest_offer import RestOffer
from symtrack.ui.today.week_grid import Week
from symtrack.ui.today.week_offer import WEEK, WeekOffer
from symtrack.ui.widgets import reveal

ITEMS = "items"
LAST_DAY = WEEK - timedelta(days=1)


class Offers(QObject):
    """`day_wanted` gives another day to go to, `offer_wanted` another offer to open, `said` words on what was saved."""

    day_wanted = Signal(date)
    offer_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, journal: Journal, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._theme = journal, theme

    def make(self, key: str, day: date, about: str) -> Offer:
        """The offer `key` for that day. A note is `about` the answer of that item; more may be about the `items`."""
        if key == "note":
            return self._note(day, about)
        offer = {"now": self._now, "more": self._more, "week": self._week, "rest": self._rest}[key](day)
        offer.setObjectName(key)
        self.draw(offer)
        if isinstance(offer, MoreOffer) and about == ITEMS:
            offer.begin_with_items()
        return offer

    def draw(self, offer: Offer | None) -> None:
        """Show what the journal has now."""
        if isinstance(offer, MoreOffer):
            asked = [item.key for item in self._journal.items]
            offer.show_items(
                asking.offered(self._journal.settings), asked, weekly=self._journal.settings.get(WEEKLY) == "on"
            )
        elif isinstance(offer, NowOffer):
            self._list_moments(offer)
        elif isinstance(offer, WeekOffer):
            self._show_week(offer, offer.first)

    def _note(self, day: date, about: str) -> NoteOffer:
        answers = self._journal.answers(day).values()
        known = self._journal.instrument
        scores = [
            (answer.id, _("On {item}: {answer}").format(item=_(known.item(answer.item).phrase), answer=_said(answer)))
            for answer in answers
        ]
        events = self._journal.events()
        notes = [event.text or "" for event in events if (event.kind, event.day) == ("note", day)]
        chosen = next((answer.id for answer in answers if answer.item == about), "")
        offer = NoteOffer(notes, scores, chosen)
        offer.setObjectName("note")
        offer.noted.connect(lambda text, about: self._save_note(offer, day, text, about))
        return offer

    def _save_note(self, offer: NoteOffer, day: date, text: str, about: str) -> None:
        if self._journal.note(day, text, about):
            offer.settle()

    def _now(self, day: date) -> NowOffer:
        journal = self._journal
        offer = NowOffer(journal.items, self._theme, day=day, today=journal.today, time=f"{journal.now:%H:%M}")
        offer.moment.connect(lambda *given: self._save_moment(offer, *given))
        offer.worst.connect(journal.rate)
        offer.day_chosen.connect(lambda _day: self._list_moments(offer))
        offer.taken_away.connect(journal.withdraw)
        return offer

    def _save_moment(self, offer: NowOffer, day: date, at: str, key: str, score: int) -> None:
        journal, item = self._journal, self._journal.instrument.item(key)
        at = at or f"{journal.now:%H:%M}"
        if not moment.has_come(day, at, now=journal.now, today=journal.today, day_start=journal.day_start):
            offer.refuse(_("{time} has not come yet.").format(time=_clock(at)))
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
        offer.show_moment((day, key, score), moment_words(item, _clock(at), score), worst)
        reveal(offer)

    def _list_moments(self, offer: NowOffer) -> None:
        journal, day = self._journal, offer.day()
        given = [
            rating
            for rating in journal.ratings(day, day)
            if rating.time is not None and rating.score is not None and rating.voice == journal.writer.voice
        ]
        given.sort(key=lambda rating: moment.minutes(rating.time or "", journal.day_start))
        known = journal.instrument
        lines = [Moment(r.id, moment_words(known.item(r.item), _clock(r.time or ""), r.score or 0)) for r in given]
        offer.show_list(_("Noted for {day}:").format(day=long_day(day)), lines)

    def _more(self, day: date) -> MoreOffer:
        journal = self._journal
        offer = MoreOffer(self._theme, day, journal.today)
        offer.items_chosen.connect(lambda keys: self._choose(offer, keys))
        offer.item_made.connect(lambda name: journal.add(*asking.making(journal.settings, name)))
        offer.weekly_chosen.connect(lambda on: journal.set(WEEKLY, "on" if on else "off"))
        offer.day_chosen.connect(self.day_wanted)
        offer.week_wanted.connect(lambda: self.offer_wanted.emit("week"))
        offer.rest_wanted.connect(lambda: self.offer_wanted.emit("rest"))
        return offer

    def _choose(self, offer: MoreOffer, keys: list[str]) -> None:
        if not self._journal.choose_items(keys):
            self.draw(offer)  # Something has to be asked: the last switch springs back.

    def _rest(self, _day: date) -> RestOffer:
        offer = RestOffer()
        offer.chosen.connect(lambda mode: self._rest_in(offer, mode))
        return offer

    def _rest_in(self, offer: RestOffer, mode: str) -> None:
        if self._journal.set("mode", mode):
            offer.put_away.emit()

    def _week(self, day: date) -> WeekOffer:
        offer = WeekOffer(self._theme, self._journal.today)
        offer.grid.given.connect(self._give)
        offer.grid.cleared.connect(self._clear)
        offer.first_chosen.connect(lambda first: self._turn(offer, first))
        self._show_week(offer, min(day, self._journal.today) - LAST_DAY)
        return offer

    def _turn(self, offer: WeekOffer, first: date) -> None:
        if offer.keep():
            self._show_week(offer, first)

    def _show_week(self, offer: WeekOffer, first: date) -> None:
        days = tuple(first + timedelta(days=k) for k in range(WEEK.days))
        ratings = self._journal.ratings(days[0], days[-1])
        voice = self._journal.writer.voice
        offer.show_week(
            Week(
                items=self._journal.items,
                days=days,
                today=self._journal.today,
                answers={
                    (rating.day, rating.item): (rating.score, rating.reason)
                    for rating in ratings
                    if rating.time is None and rating.voice == voice
                },
            )
        )

    def _give(self, day: date, item: str, answer: Answer) -> None:
        journal = self._journal
        before = journal.answers(day).get(item)
        if journal.rate(day, item, answer[0], reason=answer[1]):
            person = str(journal.settings.get("name") or "")
            self.said.emit(day_words.kept(before, answer, journal.writer, person))

    def _clear(self, day: date, item: str) -> None:
        standing = self._journal.answers(day).get(item)
        if standing is not None:
            self._journal.withdraw(standing.id)


def _said(answer: Rating) -> str:
    return answer_words(answer.score, answer.reason)


def _clock(at: str) -> str:
    return clock(time.fromisoformat(at))
