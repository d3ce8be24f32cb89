"""A diary in which there is everything that FHIR has a place for, and more; and bundles as they are sent."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

from symtrack.diary.event_kinds import RESULT_NAMES, TREATMENT_NAMES
from symtrack.diary.instrument import REASONS
from symtrack.diary.rows import Event, Rating, Row, Setting
from symtrack.exchange.fhir.bundle import Wanted, text
from symtrack.exchange.fhir.summary import Paper
from symtrack.store import DiaryStore

DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 20, 12, 0, tzinfo=timezone(timedelta(hours=2)))
EVA = "caregiver:Eva <& Sons>"
PAPER = Paper(title="Summary", first=DAY, last=DAY, parts=(("Pain & <more>", "a\x0b\nb"), ("", "foot")), pdf=b"%PDF")
Bundle = dict[str, Any]


def fill(store: DiaryStore) -> None:
    """Writes all of it, as one action and a cycle to come."""
    store.add(*answers(), *events(), *settings())
    treatment = next(event.origin for event in store.events() if event.kind == "treatment")
    store.add(Event(kind="cycle", day=DAY + timedelta(days=60), body={"treatment": treatment}))


def answers() -> Iterator[Row]:
    yield Rating(day=DAY, item="pain", score=7, entered_by="Ben")
    yield Rating(day=DAY, item="pain", score=9, time="00:30")
    yield Rating(day=DAY, item="own.itch", score=0, time="09:00", voice=EVA)
    yield Rating(day=DAY, item="pain", score=4, voice=EVA)
    for number, reason in enumerate(REASONS, 1):
        yield Rating(day=DAY - timedelta(days=number), item="nausea", reason=reason)
    yield Event(kind="note", day=DAY, text="first\r\nline é 日本", entered_by="Ben")
    yield Event(kind="note", day=DAY, text="second")


def events() -> Iterator[Row]:
    body: dict[str, object]
    for number, kind in enumerate(TREATMENT_NAMES):
        body = {"type": kind} | ({"line": 1 + number, "ended": "finished"} if number else {})
        yield Event(kind="treatment", day=DAY, until=DAY + timedelta(days=9) if number else None, text="A", body=body)
    for status in ("given", "delayed", "reduced", "skipped", "planned"):
        yield Event(kind="cycle", day=DAY, body={"status": status, "number": 2}, time="03:59")
    for result in (*RESULT_NAMES, None):
        yield Event(kind="scan", day=DAY, body={"modality": "ct"} | ({"result": result} if result else {}), text="told")
    yield from (measured("weight", 68.2, unit="lb"), measured("temperature", 38.0, unit="C"), measured("bowels", 1))
    yield from (measured("vomiting", 2), measured("fluids", 1500, unit="ml"), measured("woken", 0))
    yield from (measured("upandabout", 3), measured("marker", 12.5, name="CA 125", unit="U/ml"), measured("marker", 1))
    for taken in ("yes", "skipped", "unknown"):
        body = {"medicine": "Morphine", "taken": taken, "for": "pain", "before": 7, "after": 3, "after_minutes": 45}
        yield Event(kind="dose", day=DAY, time="18:00", text="5 mg", body=body)
    yield Event(kind="dose", day=DAY, body={"medicine": "x"}, voice=EVA)
    body = {"item": "pain", "worst": 8, "places": ["lower_back", "my toe"], "helped": "warm bath", "ended": "00:10"}
    yield Event(kind="episode", day=DAY, time="23:50", body=body)
    yield Event(kind="episode", day=DAY)
    yield Event(kind="teamlist", day=DAY, body={"ticked": ["shivering"], "rung": "no"})
    yield from (Event(kind="goal", day=DAY, body={"item": "pain", "value": level}) for level in (3, 2, None))
    yield from (Event(kind="visit", day=DAY), Event(kind="question", day=DAY, text="?"))


def settings() -> Iterator[Row]:
    for key, value in {"name": "Ann", "birth-date": "1961-03-12", "hospital-number": "00 4711"}.items():
        yield Setting(key=key, value=value)
    yield Setting(key="item.own.itch", value={"name": "Itch", "low": "no", "high": "mad"})
    yield Setting(key="medicine.Morphine", value={"strength": "5 mg", "limit": "4 a day"})
    yield Setting(key="medicine.Omeprazole", value={"strength": "20 mg", "when": "regular", "stopped": True})


def measured(what: str, value: float, **more: object) -> Event:
    return Event(kind="measurement", day=DAY, body={"what": what, "value": value, **more})


def sent(store: DiaryStore, **wanted: Any) -> Bundle:
    found: Bundle = json.loads("".join(text(store, Wanted(**wanted))))
    return found


def resources(bundle: Bundle, kind: str = "") -> list[Bundle]:
    found = [entry["resource"] for entry in bundle["entry"]]
    return [each for each in found if kind in ("", each["resourceType"])]
