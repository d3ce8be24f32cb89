"""What our own JSON may bring in from elsewhere: nothing that would make a diary unreadable."""

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import InputError
from symtrack.exchange.format import writers
from symtrack.exchange.formats.symtrack_json import FORMAT as JSON
from symtrack.exchange.importing import bring_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore

DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 20, 12, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def exported(tmp_path: Path) -> dict[str, list[dict[str, object]]]:
    """What a diary with an answer, an event and a setting gives out."""
    with DiaryStore.open(tmp_path / "full", create=True, clock=lambda: NOON) as store:
        store.add(Rating(day=DAY, item="pain", score=3))
        store.add(Event(kind="visit", day=DAY))
        store.add(Setting(key="day-start", value="05:30"))
        content: dict[str, list[dict[str, object]]] = json.loads("".join(writers()["json"].write(store, None, None)))
    return content


@pytest.fixture
def copy(tmp_path: Path):
    """An empty diary."""
    with DiaryStore.open(tmp_path / "copy", create=True, clock=lambda: NOON) as store:
        yield store


def bring(store: DiaryStore, found: object) -> None:
    bring_in(store, Source.of_bytes("given", json.dumps(found).encode()), JSON)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("goal", {"item": "mood", "value": 3}),
        ("goal", {"item": "pain"}),
        ("cycle", {"status": ["given"]}),
        ("scan", {"modality": "ct", "result": ["same"]}),
        ("other", {"text": "a\0b"}),
        ("other", {"nested": json.loads("[" * 200 + "]" * 200)}),
    ],
)
def test_an_event_that_holds_what_its_kind_can_not_is_refused(exported, copy, kind, body):
    """Otherwise a diary could be brought in that can't be shown afterwards."""
    exported["events"][0] |= {"kind": kind, "body": body}
    with pytest.raises(InputError):
        bring(copy, exported)


def test_an_event_of_a_kind_that_is_not_known_yet_is_kept(exported, copy):
    """A newer symtrack may have kinds that this one has not."""
    exported["events"][0] |= {"kind": "moonwalk", "body": {"status": ["given"]}}
    bring(copy, exported)
    assert json.loads("".join(writers()["json"].write(copy, None, None))) == exported


def test_one_id_for_two_rows_is_refused(exported, copy):
    """Also where one is an answer and the other an event."""
    exported["events"][0]["id"] = exported["ratings"][0]["id"]
    with pytest.raises(InputError, match="twice"):
        bring(copy, exported)


def test_a_start_of_the_day_that_is_no_time_leaves_the_diary_readable(exported, copy):
    """A setting from elsewhere that can't be read counts as not set."""
    exported["settings"][-1]["value"] = "banana"
    bring(copy, exported)
    assert copy.today == NOON.date()
