"""A note, on the day or on one of its answers."""

from symtrack.diary.event_words import as_private
from symtrack.diary.instrument import answer_words
from symtrack.i18n import _
from symtrack.ui.today.note_offer import NoteOffer
from symtrack.ui.today.offers.occasion import Occasion


def make(occasion: Occasion) -> NoteOffer:
    """With the day's notes, about the answer of the occasion's item."""
    journal, day = occasion.journal, occasion.day
    answers = journal.answers(day).values()
    known = journal.instrument
    scores = [
        (
            answer.id,
            _("On {item}: {answer}").format(
                item=_(known.item(answer.item).phrase), answer=answer_words(*answer.answer)
            ),
        )
        for answer in answers
    ]
    of_the_day = [event for event in journal.events() if (event.kind, event.day) == ("note", day)]
    notes = [as_private(note.text or "") if note.private else note.text or "" for note in of_the_day]
    chosen = next((answer.id for answer in answers if answer.item == occasion.about), "")
    offer = NoteOffer(notes, scores, chosen)

    def save(text: str, about: str, private: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if journal.note(day, text, about, private=private):
            offer.settle()

    offer.noted.connect(save)
    offer.ring.connect(lambda: occasion.wishes.window.emit("ring"))
    return offer
