"""Reading a foreign file through, once: its survey, and its entries packed in memory, within bounds."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from symtrack.diary.rows import clean
from symtrack.errors import InputError
from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.entry import Columns, Entry, Remark, Unread
from symtrack.exchange.foreign.left_out import Leaving
from symtrack.exchange.foreign.survey import Counted, Days, Order, Survey
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source, too_big
from symtrack.i18n import _

MOST_SUBJECTS, LONGEST_SUBJECT, LONGEST_TEXT = 200, 200, 20_000
MOST_ENTRIES, MOST_PACKED = 500_000, 64 << 20
"""More than a lifetime of entries: a file that has more is no diary. What is kept in memory is never more."""
TOGETHER = 1000
_ISO = len("2026-05-14")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file that was read through, whatever becomes of the file afterwards."""

    name: str
    sha256: str
    form: str
    survey: Survey
    packed: bytes

    def entries(self) -> Iterator[Entry]:
        """Every entry, in the file's order. A day is text where the order of day and month has to be known."""
        for where, day, time, subject, value, label, note in _unpacked(self.packed):
            known = len(day) == _ISO and day[4] == day[7] == "-"
            yield Entry(
                where=where,
                day=date.fromisoformat(day) if known else day,
                time=time,
                subject=subject,
                value=value,
                label=label,
                note=note,
            )


def read_through(form: Foreign, source: Source, roles: Mapping[str, str] | None = None) -> Reading:
    """All that the file says. InputError when it is not of that format, or more than fits into a diary.

    `roles` say what the columns of a table are, where the person knows better.
    """
    if not form.recognises(source):
        raise InputError(_("“{name}” is not {format}.").format(name=source.name, format=_(form.name)))
    taking = _Taking()
    for found in form.entries(source, roles or {}):
        match found:
            case Entry():
                taking.take(found)
            case Unread():
                taking.read += found.count
                taking.leaving.add("", found.why, found.where, count=found.count)
            case Columns():
                taking.columns = found
            case Remark() if found.sentence not in taking.remarks:
                taking.remarks.append(found.sentence)
        if taking.entries > MOST_ENTRIES or len(taking.packed) > MOST_PACKED:
            raise too_big(source.name)
    return Reading(
        name=source.name, sha256=source.sha256, form=form.key, survey=taking.survey(), packed=bytes(taking.packed)
    )


def _unpacked(packed: bytes) -> Iterator[list[Any]]:
    """The lines as lists; many together, since each reading of JSON takes time to begin."""
    lines = iter(io.BytesIO(packed))
    while some := b",".join(islice(lines, TOGETHER)):
        yield from json.loads(b"[" + some + b"]")


@dataclass(slots=True)
class _Taking:
    """What was read so far."""

    read: int = 0
    entries: int = 0
    order: Order = field(default_factory=Order)
    leaving: Leaving = field(default_factory=Leaving)
    remarks: list[str] = field(default_factory=list)
    columns: Columns | None = None
    subjects: dict[str, Counted] = field(default_factory=dict)
    packed: bytearray = field(default_factory=bytearray)

    def take(self, entry: Entry) -> None:
        self.read += 1
        self.entries += 1
        days: Days = written.readings(entry.day) if isinstance(entry.day, str) else (entry.day, entry.day, entry.day)
        why = _not_taken(entry, days)
        if not why and entry.subject not in self.subjects and len(self.subjects) >= MOST_SUBJECTS:
            why = _("There are more than {n} different things in the file.").format(n=MOST_SUBJECTS)
        if why:
            self.leaving.add("", why, entry.where, entry.value)
            return
        if isinstance(entry.day, str):
            self.order.add(entry.day)
        self.subjects.setdefault(entry.subject, Counted()).add(entry, days)
        day = days[0].isoformat() if days[0] and len(set(days)) == 1 else str(entry.day)
        packed = (entry.where, day, entry.time, entry.subject, entry.value, entry.label, entry.note)
        self.packed += json.dumps(packed).encode() + b"\n"

    def survey(self) -> Survey:
        orders = self.order.orders
        known = orders[0] if len(orders) == 1 else None
        return Survey(
            subjects=tuple(counted.seen(subject, known) for subject, counted in self.subjects.items()),
            read=self.read,
            left_out=self.leaving.all(),
            remarks=tuple(self.remarks),
            columns=self.columns,
            orders=orders,
            days=tuple(self.order.days) if known is None else (),
        )


def _not_taken(entry: Entry, days: Days) -> str:
    """Why the entry can't be taken, whatever it becomes; empty when it can."""
    if not any(days):
        return _("There is no day that can be read.")
    if not entry.subject or len(entry.subject) > LONGEST_SUBJECT:
        return _("It is not said what it is about, or not in short.")
    if len(entry.value) > LONGEST_TEXT or len(entry.note) > LONGEST_TEXT:
        return _("The text is longer than a note can be.")
    try:
        for text in (entry.subject, entry.value, entry.label, entry.note):
            clean(text)
    except InputError as error:
        return str(error)
    return ""
