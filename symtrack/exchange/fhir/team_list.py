"""What was ticked on the list of what the team wants to be rung about, as an Observation."""

from symtrack.diary.event_kinds import KIND_NAMES
from symtrack.diary.event_words import teamlist as tick_words
from symtrack.diary.rows import Event
from symtrack.exchange.fhir import happened
from symtrack.exchange.fhir.parts import Resource, category, concept, own, words
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _


def observation(subject: Subject, event: Event) -> Resource:
    """The lines that were ticked, and whether the number shown was rung."""
    return happened.observation(subject, event) | {
        "category": category("survey", "Survey"),
        "code": concept(_(KIND_NAMES["teamlist"]), own("event", "teamlist")),
        "valueString": words(tick_words(event)) or _(KIND_NAMES["teamlist"]),
    }
