"""FHIR R4: a transaction Bundle for a hospital's system."""

from collections.abc import Iterator
from datetime import date

from symtrack.diary.rows import Row
from symtrack.exchange.fhir import bundle
from symtrack.exchange.fhir.bundle import Wanted
from symtrack.exchange.format import Format
from symtrack.store import DiaryStore


def recognises(content: bytes) -> bool:
    return False


def read(content: bytes, today: date) -> tuple[Row, ...]:
    raise NotImplementedError


def write(store: DiaryStore, first: date | None, last: date | None) -> Iterator[str]:
    """The bundle, without what is private and without the summary."""
    return bundle.text(store, _wanted(first, last))


def left_out(store: DiaryStore, first: date | None, last: date | None) -> int:
    """How many events of these days have no place in it."""
    return bundle.left_out(store, _wanted(first, last)).events


def _wanted(first: date | None, last: date | None) -> Wanted:
    return Wanted(first=first or date.min, last=last or date.max)


FORMAT = Format(key="fhir", whole=False, recognises=recognises, read=read, write=write, left_out=left_out)
