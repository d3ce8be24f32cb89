"""Daylio: the table that it exports, with scales or without them.

Several unrelated programs that read such tables agree on the columns; Daylio itself does not describe them. Names of
moods are translated, and can be the person's own.
"""

from collections.abc import Iterator, Mapping

from symtrack.exchange.foreign import csv_text, moods, written
from symtrack.exchange.foreign.choice import Suggestion
from symtrack.exchange.foreign.entry import NOTE, Entry, Read, Unread, line
from symtrack.exchange.foreign.survey import Seen
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _

NEEDED = frozenset({"full_date", "time", "mood", "activities", "note"})


def recognises(source: Source) -> bool:
    """Whether the columns are there, in whatever order and with whatever else."""
    return set(csv_text.header(source) or ()) >= NEEDED


def entries(source: Source, _roles: Mapping[str, str]) -> Iterator[Read]:
    """The mood, each scale, the activities and the note of each line."""
    with csv_text.rows(source) as table:
        for number, cells in table.rows:
            where = line(number)
            if len(cells) != len(table.header):
                yield Unread(where, _("The line has another number of fields than the first one."))
                continue
            row = dict(zip(table.header, cells, strict=True))
            day, time = row["full_date"], written.time(row["time"])
            for subject, value in _said(row):
                yield Entry(where=where, day=day, time=time, subject=subject, value=value)


def _said(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield _(moods.SUBJECT), row["mood"].strip()
    for scale in filter(None, (part.strip() for part in row.get("scales", "").split("|"))):
        name, _colon, value = scale.rpartition(":")
        yield name.strip() or scale, value.strip() if name.strip() else ""
    if activities := " · ".join(filter(None, (part.strip() for part in row["activities"].split("|")))):
        yield _(moods.ACTIVITIES), activities
    if note := "\n".join(filter(None, (row.get("note_title", "").strip(), row["note"].strip()))):
        yield NOTE, note


def suggests(seen: Seen) -> Suggestion | None:
    """A mood of the app's own words is offered as low mood; the person's scales are told by their names."""
    return moods.suggested(seen.subject, seen.words)


FORMAT = Foreign(key="daylio", name=N_("Daylio (table)"), recognises=recognises, entries=entries, suggests=suggests)
