"""Apple Health: the export of the Health app, export.xml or the zip with it, read as it comes: it may be gigabytes.

The records and the words for a severity were seen in a real export and in what was written about it; how a state of
mind is written is known from memory alone. The document's own list of element names is long, and is not looked at.
"""

import re
from collections.abc import Iterator, Mapping

from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.choice import Choice, Known, Scale, Suggestion
from symtrack.exchange.foreign.entry import Entry, Read, Unread
from symtrack.exchange.foreign.survey import Seen
from symtrack.exchange.foreign.xml_text import elements
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _

WITHIN = "export.xml"
CATEGORY, QUANTITY = "HKCategoryTypeIdentifier", "HKQuantityTypeIdentifier"
SEVERITY, APPETITE = "HKCategoryValueSeverity", "HKCategoryValueAppetiteChanges"
STATE_OF_MIND = "HKDataTypeStateOfMind"
MEASURED = {"BodyMass": N_("Body weight ({unit})"), "BodyTemperature": N_("Body temperature ({unit})")}
UNITS = {"kg": "kg", "lb": "lb", "degC": "°C", "degF": "°F"}
SCORES: Mapping[str, int | None] = {"Not present": 0, "Mild": 2, "Moderate": 5, "Severe": 8, "Unspecified": None}
"""The middle of the numbers that the diary calls by these words; without a strength there is no number."""
_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def recognises(source: Source) -> bool:
    """Whether it is the export itself, or has it within."""
    if source.members:
        file = source.member(WITHIN)
        return file is not None and b"<HealthData" in file.head
    return b"<HealthData" in source.head


def entries(source: Source, _roles: Mapping[str, str]) -> Iterator[Read]:
    """Symptoms, weight, temperature and state of mind; the thousands of other records are counted."""
    for number, found in enumerate(elements(source.member(WITHIN) or source, "Record", "StateOfMind"), start=1):
        yield _read(_("record {n}").format(n=number), found)


def _read(where: str, found: Mapping[str, str]) -> Read:
    kind, value = found.get("type", STATE_OF_MIND), found.get("value", "")
    said = _said(kind, value, found)
    if said is None:
        return Unread(where, _("It is neither a symptom nor a weight or temperature."))
    day, time = written.split(found.get("startDate", ""))
    return Entry(where=where, day=day, time=time, subject=said[0], value=said[1])


def _said(kind: str, value: str, found: Mapping[str, str]) -> tuple[str, str] | None:
    """The subject and its value, where it is anything for a diary."""
    if value.startswith((SEVERITY, APPETITE)):
        return _words(kind.removeprefix(CATEGORY)), _words(value.removeprefix(SEVERITY).removeprefix(APPETITE))
    name, unit = MEASURED.get(kind.removeprefix(QUANTITY)), UNITS.get(found.get("unit", ""))
    if name and unit:
        return _(name).format(unit=unit), value
    return (_("State of mind"), found.get("valence", value)) if kind == STATE_OF_MIND else None


def suggests(seen: Seen) -> Suggestion | Known | None:
    """Words of a severity have a number each; a state of mind goes from −1 to 1, and higher is better."""
    if seen.subject == _("State of mind"):
        choice = Choice(target="low_mood", scale=Scale.of(-1, 1, better=True))
        return Suggestion(
            choice=choice, why=_("A state of mind is not the same as low mood. Please say if it is for you.")
        )
    if set(seen.words) & {"Decreased", "Increased", "No change"}:
        return Suggestion(
            choice=Choice(), why=_("It says that the appetite changed, and not how much. It can become notes.")
        )
    return Known(words={word: SCORES[word] for word in seen.words if word in SCORES})


def _words(name: str) -> str:
    """The app's own name in words, such as Shortness of breath."""
    return _INSIDE.sub(" ", name).capitalize()


FORMAT = Foreign(
    key="apple-health", name=N_("Apple Health (export)"), recognises=recognises, entries=entries, suggests=suggests
)
