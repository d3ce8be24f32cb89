"""Bearable: a line for each thing noted, with a severity in words of four steps for symptoms.

The columns and the symptoms were seen in two unrelated programs that read such tables; lines for mood and medication
are known from memory alone. No line means no symptom, and 1 is mild: so the four steps are the scale from 0 to 4.
"""

import re
from collections.abc import Iterator, Mapping

from symtrack.exchange.foreign import csv_text
from symtrack.exchange.foreign.choice import Choice, Known, Scale, Suggestion
from symtrack.exchange.foreign.entry import NOTE, Entry, Read, Unread, line
from symtrack.exchange.foreign.survey import Seen
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _

COLUMNS = ("date", "weekday", "time of day", "category", "rating/amount", "detail", "notes")
SYMPTOM = "Symptom"
STEPS = Scale.of(0, 4)
_SEVERITIES = frozenset({"mild", "moderate", "severe", "unbearable"})
_SEVERITY = re.compile(r"(.*\S)\s*\(([^()]*)\)\s*", re.DOTALL)


def recognises(source: Source) -> bool:
    """Whether the first line is the app's."""
    return csv_text.header(source) == COLUMNS


def entries(source: Source, _roles: Mapping[str, str]) -> Iterator[Read]:
    """A symptom with its number, or what else was noted. The app knows parts of the day, and no times."""
    with csv_text.rows(source) as table:
        for number, cells in table.rows:
            where = line(number)
            if len(cells) != len(COLUMNS):
                yield Unread(where, _("The line has another number of fields than the first one."))
                continue
            day, _weekday, _part, category, amount, detail, note = (cell.strip() for cell in cells)
            if category == SYMPTOM:
                name, severity = _named(detail)
                yield Entry(where=where, day=day, subject=name, value=amount, label=severity, note=note)
            elif detail:
                yield Entry(where=where, day=day, subject=category, value=detail, label=amount, note=note)
            elif amount:
                yield Entry(where=where, day=day, subject=category, value=amount, note=note)
            elif note:
                yield Entry(where=where, day=day, subject=NOTE, value=note)
            else:
                yield Unread(where, _("It is empty."))


def suggests(seen: Seen) -> Suggestion | Known | None:
    """Symptoms have four steps; what was done or taken is left out unless the person wants it as notes."""
    if seen.labels and all(label.casefold() in _SEVERITIES for label in seen.labels.values()):
        return Known(scale=STEPS)
    if seen.numbers < seen.entries:
        return Suggestion(choice=Choice(), why=_("This is no symptom with a number. It can become notes."))
    return None


def _named(detail: str) -> tuple[str, str]:
    """The symptom's name, which may have brackets of its own, and the severity in the last ones."""
    found = _SEVERITY.fullmatch(detail)
    return (found[1], found[2].strip()) if found and found[2].strip().casefold() in _SEVERITIES else (detail, "")


FORMAT = Foreign(key="bearable", name=N_("Bearable"), recognises=recognises, entries=entries, suggests=suggests)
