"""Track & Graph: a line for each value of a feature, newest or oldest first, in two forms.

The columns are those of the app's own test of its export (SamAmco/track-and-graph, CSVReadWriterImplTest): times are
ISO 8601 with the offset of the phone, so that date and time are those on its wall; durations are h:mm:ss.
"""

import re
from collections.abc import Iterator, Mapping

from symtrack.exchange.foreign import csv_text, written
from symtrack.exchange.foreign.entry import Entry, Read, Unread, line
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _

NEW = ("FeatureName", "Timestamp", "Value", "Label", "Note")
OLD = ("FeatureName", "Timestamp", "Value", "Note")
_DURATION = re.compile(r"-?\d+:[0-5]\d:[0-5]\d", re.ASCII)
_LABELLED = re.compile(r"(-?\d+(?:[.,]\d+)?):(.*)", re.ASCII | re.DOTALL)


def recognises(source: Source) -> bool:
    """Whether the first line is that of one of the forms."""
    return csv_text.header(source) in {NEW, OLD}


def entries(source: Source, _roles: Mapping[str, str]) -> Iterator[Read]:
    """A value for each line; the label stands in a column of its own, or after a colon in the older form."""
    with csv_text.rows(source) as table:
        width = len(table.header)
        for number, row in table.rows:
            where = line(number)
            if len(row) != width:
                yield Unread(where, _("The line has another number of fields than the first one."))
                continue
            feature, stamp, value, *label, note = row
            day, time = written.split(stamp)
            value, after = _parts(value) if not label else (value, label[0])
            if not value.strip() or _DURATION.fullmatch(value.strip()):
                yield Unread(
                    where, _("A length of time is no number on a scale.") if value.strip() else _("It is empty.")
                )
                continue
            yield Entry(
                where=where, day=day, time=time, subject=feature.strip(), value=value, label=after.strip(), note=note
            )


def _parts(value: str) -> tuple[str, str]:
    """The number and its label of the older form."""
    found = None if _DURATION.fullmatch(value.strip()) else _LABELLED.fullmatch(value.strip())
    return (found[1], found[2]) if found else (value, "")


FORMAT = Foreign(key="track-and-graph", name=N_("Track & Graph"), recognises=recognises, entries=entries)
