"""FHIR R4 of our own: a transaction Bundle for a hospital's system, which can be brought in again."""

from collections.abc import Iterator
from datetime import date

from symtrack.diary.rows import Row
from symtrack.exchange.fhir import bundle, reading
from symtrack.exchange.fhir.bundle import Wanted
from symtrack.exchange.fhir.found import is_ours, resources
from symtrack.exchange.format import Own, Writer
from symtrack.exchange.source import Source
from symtrack.i18n import N_
from symtrack.store import DiaryStore


def read(source: Source, today: date) -> tuple[Row, ...]:
    """The answers and events of a bundle; InputError names the resource that can't be taken."""
    return reading.rows(resources(source), today)


def write(store: DiaryStore, first: date | None, last: date | None) -> Iterator[str]:
    """The bundle, without what is private and without the summary."""
    return bundle.text(store, _wanted(first, last))


def left_out(store: DiaryStore, first: date | None, last: date | None) -> int:
    """How many events of these days have no place in it."""
    return bundle.left_out(store, _wanted(first, last)).events


def _wanted(first: date | None, last: date | None) -> Wanted:
    return Wanted(first=first or date.min, last=last or date.max)


FORMAT = Own(
    key="fhir",
    name=N_("symtrack’s own FHIR bundle"),
    recognises=is_ours,
    read=read,
    lacks=N_(
        "FHIR has no place for all of a diary: settings, the list of medicines, visits, questions, calls and what was "
        "corrected did not come along."
    ),
    writer=Writer(whole=False, write=write, left_out=left_out),
)
