"""A level that the person chose as a Goal."""

from symtrack.diary.event_words import goal as goal_words
from symtrack.diary.rows import Event
from symtrack.exchange.fhir.parts import (
    ITEM,
    SCORE,
    Resource,
    begun_of,
    coding,
    concept,
    details,
    extension,
    filled,
    notes,
    quantity,
)
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _


def goal(subject: Subject, event: Event, *, stands: bool) -> Resource:
    """The level and its item; a later one of that item and voice ends it, and so does one that says there is none."""
    item, value = str(event.body.get("item")), event.body.get("value")
    measure = concept(_(subject.item(item).name), coding(ITEM, item))
    # A goal starts on a day; a time of day has no place of its own in it.
    clock = [extension("time", "Time", f"{event.time}:00")] if event.time else []
    most = {"detailQuantity": quantity(value, _("of 10"), SCORE)} if isinstance(value, int) else {}
    return begun_of("Goal", event.origin, event) | filled(
        {
            "extension": [*subject.typed(event), *clock, *details(event, {"item", "value"})],
            "lifecycleStatus": "cancelled" if value is None else "active" if stands else "completed",
            "description": concept(goal_words(event, subject.questions)),
            "subject": subject.patient,
            "startDate": event.day.isoformat(),
            "target": [{"measure": measure} | most],
            "expressedBy": subject.who(event.voice),
            "note": [*notes(event.text), *subject.typed_words(event)],
        }
    )
