"""Every kind of the timeline, through the file: corrected, taken back, exported and brought in again, the same."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from symtrack.diary.event_kinds import RESULT_NAMES, SCAN_NAMES, TREATMENT_NAMES
from symtrack.diary.event_words import ENDED_NAMES, STATUS_NAMES, STAY_NAMES
from symtrack.diary.rows import Event
from symtrack.exchange.format import writers
from symtrack.exchange.formats.symtrack_json import FORMAT as JSON
from symtrack.exchange.importing import bring_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore

DAY, LATER = date(2028, 2, 28), date(2028, 3, 1)
"""With a leap day between them."""
NOW = datetime(2028, 3, 5, 12, 0, tzinfo=UTC)
Open = Callable[[str], DiaryStore]


def _every() -> Iterator[Event]:
    """An event for each choice of each form."""
    for kind in TREATMENT_NAMES:
        body = {"type": kind, "line": 2, "cycle_days": 21, "cycles": 6}
        yield Event(kind="treatment", day=DAY, text="FOLFIRI “neo”", body=body)
    for why in ENDED_NAMES:
        yield Event(kind="treatment", day=DAY, until=LATER, body={"type": "chemotherapy", "ended": why})
    for number, status in enumerate(STATUS_NAMES, start=1):
        yield Event(kind="cycle", day=DAY, body={"number": number, "status": status, "treatment": "t"})
    for scan in SCAN_NAMES:
        for result in RESULT_NAMES:
            yield Event(kind="scan", day=DAY, text="two spots", body={"modality": scan, "result": result})
    yield Event(kind="measurement", day=DAY, body={"what": "marker", "name": "CA 19-9", "value": 37.25, "unit": "U/ml"})
    yield Event(kind="visit", day=DAY + timedelta(days=90), text="rest", body={"with": "Dr Lee"})
    for where in STAY_NAMES:
        yield Event(kind="stay", day=DAY, until=LATER, text="an infection", body={"where": where})
    yield Event(kind="change", day=DAY, body={"medicine": "Morphine", "from": "10 mg", "to": "20 mg"})
    yield Event(kind="other", day=DAY, until=LATER, text="a transfusion")


EVERY = list(_every())


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    stores: list[DiaryStore] = []

    def opening(name: str) -> DiaryStore:
        stores.append(DiaryStore.open(tmp_path / name, create=True, clock=lambda: NOW))
        return stores[-1]

    yield opening
    for store in stores:
        store.close()


def said(store: DiaryStore) -> list[tuple[object, ...]]:
    return [(e.kind, e.day, e.until, e.text, dict(e.body), e.private) for e in store.events()]


@pytest.mark.parametrize("event", EVERY, ids=[f"{event.kind}-{k}" for k, event in enumerate(EVERY)])
def test_corrected_and_taken_back_step_by_step(opened: Open, event: Event) -> None:
    """As it was, as it was corrected, as it was again, and gone."""
    store = opened("one")
    store.add(event)
    (first,) = store.events()
    store.add(Event(kind=event.kind, day=LATER, body=event.body, text="anew", replaces=first.id, private=True))
    assert [(each.day, each.text, each.private, each.origin) for each in store.events()] == [
        (LATER, "anew", True, first.id)
    ]
    store.undo()
    assert said(store) == [(event.kind, event.day, event.until, event.text, dict(event.body), False)]
    store.undo()
    assert store.events() == []


def test_json_brings_every_kind_back_as_it_was(opened: Open) -> None:
    """Out and in again: the same events, and the same bytes when exported once more."""
    store, copy = opened("full"), opened("copy")
    store.add(*EVERY)
    (first, *_others) = store.events()
    store.add(Event(kind=first.kind, day=LATER, body=first.body, text="corrected", replaces=first.id))
    exported = "".join(writers()["json"].write(store, None, None))
    content = exported.encode()
    bring_in(copy, Source.of_bytes("given", content), JSON)
    assert said(copy) == said(store)
    assert "".join(writers()["json"].write(copy, None, None)) == exported
