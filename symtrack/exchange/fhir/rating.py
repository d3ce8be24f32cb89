"""One rating as an Observation."""

from symtrack.diary.instrument import REASON_NAMES
from symtrack.diary.rows import PATIENT, Place, Rating
from symtrack.exchange.fhir.parts import (
    ITEM,
    LOINC,
    SCORE,
    Resource,
    at,
    begun,
    category,
    coding,
    concept,
    day_said,
    filled,
    own,
    quantity,
    recorded,
    reference,
    term,
)
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _

PAIN = coding(LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
"""https://loinc.org/72514-3. The other items have no code but our own: theirs would claim a questionnaire's wording."""
_ABSENT = {"declined": ("asked-declined", "Asked But Declined")}
_NOT_DONE = ("not-performed", "Not Performed")


def observation(subject: Subject, rating: Rating) -> Resource:
    """The score with its question, or the reason why there is none. The day's answer is of a day, a moment of then."""
    moment = at(rating, rating.day, rating.time, subject.day_start)
    day = subject.day_of(rating.day, rating.voice)
    return _begun(subject, rating.place, private=rating.private) | filled(
        {
            "extension": [*day_said(rating.day, moment), *subject.typed(rating)],
            "derivedFrom": [reference("QuestionnaireResponse", day)] if rating.time is None else [],
            "status": "final",
            "effectiveDateTime": moment,
            "issued": recorded(rating),
            "performer": [subject.who(rating.voice)],
            "note": subject.typed_words(rating),
        }
        | answer(rating)
    )


def taken_back(subject: Subject, gone: Place) -> Resource:
    """What a receiver is told of an answer that was there and is no more."""
    day, _time, _item, voice = gone
    return _begun(subject, gone) | {
        "status": "entered-in-error",
        "effectiveDateTime": day.isoformat(),
        "performer": [subject.who(voice)],
    }


def answer(rating: Rating) -> Resource:
    """The value, or why there is none."""
    if rating.score is not None:
        return {"valueQuantity": quantity(rating.score, _("of 10"), SCORE)}
    reason = rating.reason or "declined"
    absent = term("data-absent-reason", *_ABSENT.get(reason, _NOT_DONE))
    return {"dataAbsentReason": concept(_(REASON_NAMES[reason]), absent, own("reason", reason))}


def _begun(subject: Subject, where: Place, *, private: bool = False) -> Resource:
    day, time, item, voice = where
    id_ = subject.id_of("rating", day, time or "", item, voice)
    return begun("Observation", id_, voice, private=private) | {
        "category": category("survey", "Survey"),
        "code": _question(subject, item, voice, moment=time is not None),
        "subject": subject.patient,
    }


def _question(subject: Subject, key: str, voice: str, *, moment: bool) -> Resource:
    """What was asked. LOINC's code is for what the patient reports, so a caregiver's own view does not have it."""
    item = subject.item(key)
    name = _(item.name)
    asked = _("{item} at that moment") if moment else _("{item} that day, at its worst")
    text = _("{question}: 0 “{low}” to 10 “{high}”").format(
        question=asked.format(item=name), low=_(item.low), high=_(item.high)
    )
    if voice != PATIENT:
        text = _("{question}, as a caregiver saw it").format(question=text)
    codings = [PAIN] if key == "pain" and voice == PATIENT else []
    return concept(text, *codings, coding(ITEM, key, name))
