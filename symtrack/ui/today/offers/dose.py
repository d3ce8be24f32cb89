"""A dose: noted as taken now by one press, corrected by each thing that is said about it afterwards."""

from collections.abc import Mapping
from dataclasses import replace

from symtrack.diary import doses, event_words, medicines, moment
from symtrack.diary.medicines import PARTS, Medicine
from symtrack.diary.rows import Event, Rating, voice_name
from symtrack.i18n import _, clock_at, long_day, n_
from symtrack.ui.today.dose_details import DoseShown
from symtrack.ui.today.dose_offer import DoseOffer, Line
from symtrack.ui.today.dose_parts import Regular
from symtrack.ui.today.offers.occasion import Occasion
from symtrack.ui.widgets import reveal


def make(occasion: Occasion) -> DoseOffer:
    """With the medicines of the list; without any, with a field for a name."""
    today = occasion.day == occasion.journal.today
    title = _("A dose") if today else _("A dose on {day}").format(day=long_day(occasion.day))
    offer = DoseOffer(occasion.journal.items, occasion.theme, title=title, today=today)
    dosing = _Dosing(occasion, offer)
    offer.taken.connect(dosing.take)
    offer.named.connect(dosing.take_named)
    offer.taken_away.connect(occasion.journal.withdraw)
    offer.parts.all_taken.connect(dosing.take_all)
    offer.parts.told.connect(dosing.tell)
    offer.details.chosen.connect(dosing.choose)
    offer.details.scored.connect(dosing.score)
    offer.details.minutes.connect(lambda minutes: dosing.correct({"after_minutes": minutes or None}))
    offer.details.timed.connect(dosing.time)
    offer.details.taken_back.connect(dosing.take_back)
    offer.drawn_by(dosing.draw)
    return offer


class _Dosing:
    """What is noted, and which dose is being spoken of: the one with the id `_origin`."""

    def __init__(self, occasion: Occasion, offer: DoseOffer) -> None:
        self._journal, self._day, self._offer = occasion.journal, occasion.day, offer
        self._today = occasion.day == occasion.journal.today
        self._origin = ""
        self._item = ""

    def take(self, key: str) -> None:
        """Note a dose of the medicine with this key."""
        self._note(next(each for each in medicines.taken_now(self._journal.settings) if each.key == key))

    def take_named(self, name: str, strength: str) -> None:
        """Note a dose of a medicine of this name; it is on the list from now on, in the strength that was written."""
        known = medicines.medicines(self._journal.settings)
        there = medicines.named(known, name)
        if there is None:
            key = medicines.key_of(name, {medicine.key for medicine in known})
            there = Medicine(name=name, key=key, strength=strength, stopped=True)
        self._note(replace(there, strength=strength or there.strength, stopped=False), listed=not there.stopped)

    def take_all(self, part: str) -> None:
        """Note every regular medicine of that part of the day as taken, but for those of which something is noted."""
        given, regular = self._given(), doses.regular(medicines.taken_now(self._journal.settings), part)
        left = [medicine for medicine in regular if doses.of_part(given, medicine, part) is None]
        if left and self._journal.add(*(doses.dose(medicine, self._day, None, part=part) for medicine in left)):
            words = n_("{n} dose noted as taken.", "{n} doses noted as taken.", len(left)).format(n=len(left))
            self._offer.parts.say(words)

    def tell(self, part: str, key: str, taken: str) -> None:
        """Note that one of them was taken, was skipped, or that nobody knows."""
        medicine = next(each for each in medicines.taken_now(self._journal.settings) if each.key == key)
        given = doses.of_part(self._given(), medicine, part)
        if given is None:
            self._journal.add(doses.dose(medicine, self._day, None, taken=taken, part=part))
        elif given.body.get("taken") != taken:
            self._journal.add(self._by_writer(doses.changed(given, {"taken": taken})))

    def choose(self, item: str) -> None:
        """It was for this; a number that was given was one of something else."""
        self._item = item
        self.correct({"for": item, "before": None, "after": None, "after_minutes": None})
        self._offer.details.take_focus()

    def score(self, score: int) -> None:
        """So it was before the dose; it is asked again as it was the last time, until another time is chosen."""
        dose = self._dose()
        if dose is None:
            return
        voice, name = self._journal.writer.voice, str(dose.body.get("medicine"))
        asks = doses.habit(self._journal.events(), name, voice).minutes
        minutes = dose.body.get("after_minutes") if "before" in dose.body else asks
        self.correct({"for": self._item or None, "before": score, "after_minutes": minutes})

    def correct(self, body: Mapping[str, object]) -> None:
        """Have these keys of the dose's body so."""
        dose = self._dose()
        if dose is not None:
            self._journal.add(self._by_writer(doses.changed(dose, body)))

    def time(self, at: str) -> None:
        """It was at that time of the day, or just now."""
        dose, journal = self._dose(), self._journal
        at = at or f"{journal.now:%H:%M}"
        if dose is None or dose.time == at:
            return
        if not moment.has_come(self._day, at, now=journal.now, today=journal.today, day_start=journal.day_start):
            self._offer.details.refuse(_("{time} has not come yet.").format(time=clock_at(at)))
            return
        journal.add(self._by_writer(replace(doses.changed(dose, {}), time=at)))

    def take_back(self) -> None:
        """The dose was none."""
        dose = self._dose()
        if dose is not None and self._journal.withdraw(dose.id):
            self._offer.setFocus()

    def draw(self) -> None:
        """Show the list, what is noted for the day, and the dose that is spoken of."""
        known, given = medicines.taken_now(self._journal.settings), self._given()
        self._offer.show_medicines([Line(each.key, each.words) for each in known if not each.parts])
        parts = {part: doses.regular(known, part) for part in PARTS}
        self._offer.parts.show_parts(
            {
                part: [_regular(each, doses.of_part(given, each, part)) for each in regular]
                for part, regular in parts.items()
                if regular
            }
        )
        dose = self._dose()
        self._offer.show_dose(self._shown(dose) if dose else None)
        listed = [event for event in given if not doses.routine(event) and event.origin != self._origin]
        lines = [Line(event.id, self._line(event)) for event in sorted(listed, key=self._place)]
        self._offer.show_list(_("Noted for {day}:").format(day=long_day(self._day)), lines)

    def _note(self, medicine: Medicine, *, listed: bool = True) -> None:
        """Note a dose, as taken now or without a time on another day; the list too, where it is not on it."""
        journal = self._journal
        before = {event.origin for event in self._given()}
        habit = doses.habit(journal.events(), medicine.name, journal.writer.voice)
        dose = doses.dose(medicine, self._day, f"{journal.now:%H:%M}" if self._today else None)
        if journal.add(dose, *([] if listed else [medicines.setting(medicine)])):
            self._origin = next(event.origin for event in self._given() if event.origin not in before)
            self._item = habit.item
            self.draw()
            reveal(self._offer.details)
            self._offer.say()

    def _given(self) -> list[Event]:
        return doses.of_day(self._journal.events(), self._day)

    def _dose(self) -> Event | None:
        return next((event for event in self._given() if event.origin == self._origin), None)

    def _by_writer(self, row: Event) -> Event:
        return replace(row, entered_by=self._journal.writer.entered_by)

    def _shown(self, dose: Event) -> DoseShown:
        key = str(dose.body.get("for") or self._item)
        item = next((each for each in self._journal.items if each.key == key), None)
        before, minutes = dose.body.get("before"), dose.body.get("after_minutes")
        answer = Rating(day=dose.day, item=key, score=before) if isinstance(before, int) else None
        return DoseShown(
            id=dose.origin,
            words=_("Noted: {dose}.").format(dose=event_words.taken(dose)),
            item=item,
            answer=answer,
            asks=minutes if isinstance(minutes, int) else None,
            time=dose.time or "",
            beside=self._beside(dose),
        )

    def _beside(self, dose: Event) -> tuple[str, ...]:
        """What the label says, as it was copied, and how many were noted: two facts, and no word about them."""
        journal = self._journal
        medicine = medicines.named(medicines.medicines(journal.settings), str(dose.body.get("medicine")))
        limit = medicine.limit if medicine else ""
        label = _("On its label, as you copied it: “{text}”").format(text=limit)
        n = doses.in_a_day(journal.events(), dose, journal.now, journal.day_start)
        count = _("Noted in the last 24 hours: {n}.").format(n=n)
        return tuple(words for words, there in ((label, limit), (count, limit or n > 1)) if there)

    def _line(self, dose: Event) -> str:
        words = event_words.said(dose, self._journal.instrument)
        if dose.voice != self._journal.writer.voice:
            words = _("{event} ({name})").format(event=words, name=voice_name(dose.voice) or _("patient"))
        return _("{time} {words}").format(time=clock_at(dose.time), words=words) if dose.time else words

    def _place(self, dose: Event) -> int:
        return moment.minutes(dose.time, self._journal.day_start) if dose.time else -1


def _regular(medicine: Medicine, given: Event | None) -> Regular:
    taken = str(given.body.get("taken", doses.YES)) if given else ""
    return Regular(key=medicine.key, words=medicine.words, taken=taken)
