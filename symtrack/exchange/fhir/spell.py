"""Sudden bad pain as an Observation."""

from symtrack.diary import places
from symtrack.diary.event_kinds import KIND_NAMES
from symtrack.diary.rows import Event
from symtrack.exchange.fhir import happened
from symtrack.exchange.fhir.parts import SCORE, Resource, category, concept, own, quantity, words
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _


def observation(subject: Subject, event: Event) -> Resource:
    """How bad it was at its worst, where, and what helped."""
    worst, where, helped = event.body.get("worst"), event.body.get("places"), words(event.body.get("helped"))
    said = _("What helped: {what}").format(what=helped) if helped else ""
    named = ", ".join(places.name(str(place)) for place in where) if isinstance(where, list | tuple) else ""
    return (
        happened.observation(subject, event, said, event.text)
        | {"category": category("survey", "Survey"), "code": concept(_(KIND_NAMES["episode"]), own("event", "episode"))}
        | ({"valueQuantity": quantity(worst, _("of 10"), SCORE)} if isinstance(worst, int) else {})
        | ({"bodySite": concept(named)} if words(named) else {})
    )
