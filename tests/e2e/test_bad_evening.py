"""A bad evening in a real window, by keys alone, read back by the installed command."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.command import done, objects
from tests.e2e.real_window import Screen, Window, wait

EVENING = datetime(2026, 5, 16, 20, 10).astimezone()
SATURDAY = "2026-05-16"
MORPHINE = '{"strength": "10 mg", "when": "needed", "limit": "Up to 6 in 24 hours"}'


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    shown = Screen(tmp_path_factory.mktemp("screen"))
    yield shown
    shown.stop()


def happened(diary: Path, kind: str, **wanted: object) -> list[dict[str, Any]]:
    """The evening’s events of a kind as `symtrack show` has them, once what is wanted stands in the last one."""
    found: list[dict[str, Any]] = []

    def there() -> bool:
        days = objects(done("show", "--json", "--from", SATURDAY, "-d", diary))
        found[:] = [event for day in days for event in day["events"] if event["kind"] == kind]
        return bool(found) and wanted.items() <= found[-1]["body"].items()

    wait(there)
    return found


def test_a_dose_and_what_it_did(screen: Screen, tmp_path: Path) -> None:
    """Two presses for the dose, what for, 7; three quarters of an hour later 3: pain 7 → 3 after 45 minutes."""
    diary = tmp_path / "diary.symtrack"
    done("set", f"medicine.Morphine={MORPHINE}", "-d", diary)
    with Window(screen, diary, now=EVENING) as window:
        window.press(*["Tab"] * 8, "Return", "Return")
        (dose,) = happened(diary, "dose", taken="yes")
        assert (dose["time"], dose["text"], dose["body"]["medicine"]) == ("20:10", "10 mg", "Morphine")
        window.press("Return", "7", "Return")
        happened(diary, "dose", before=7)
        window.later(45)
        # Trends, and back; up to the first question, and past the reasons and the strip to the card that came.
        window.press("ctrl+2", "ctrl+1", *["Up"] * 4, *["shift+Tab"] * 12, "3", "Return")
        (dose,) = happened(diary, "dose", after=3)
    assert dose["body"] == {
        "medicine": "Morphine",
        "when": "needed",
        "taken": "yes",
        "for": "pain",
        "before": 7,
        "after": 3,
        "after_minutes": 45,
    }
    assert "20:10 Dose: Morphine, 10 mg. Pain 7 → 3 after 45 minutes" in done("show", "-d", diary)


def test_the_rest_of_the_evening(screen: Screen, tmp_path: Path) -> None:
    """Sudden bad pain, where and what helped; a note; the call: two presses away each, and all on the paper."""
    diary, paper = tmp_path / "diary.symtrack", tmp_path / "paper.txt"
    done("set", f"medicine.Morphine={MORPHINE}", "-d", diary)
    with Window(screen, diary, now=EVENING) as window:
        # More…, its first: the number, two letters of the place, what helped.
        window.press(*["Tab"] * 11, "Return", "Return", "8", "Return")
        window.press(*"lower", "Return", "Return", *"bath", "Return")
        happened(diary, "episode")
        # The focus is back on More…, two to the right of the note.
        window.press(*["shift+Tab"] * 2, "Return", *"sore", "ctrl+Return")
        happened(diary, "note")
        # More…, its last: the call.
        window.press(*["Tab"] * 2, "Return", *["Tab"] * 7, "Return")
        window.press(*"ward", "Tab", *"come", "ctrl+Return")
        happened(diary, "call")
    (spell,), (note,), (call,) = (happened(diary, kind) for kind in ("episode", "note", "call"))
    assert spell["body"] == {"item": "pain", "worst": 8, "places": ["lower_back"], "helped": "bath"}
    assert note["text"] == "sore"
    assert (call["body"]["whom"], call["body"]["said"]) == ("ward", "come")
    done("report", "-d", diary, "-o", paper, "--to", SATURDAY)
    told = paper.read_text(encoding="utf-8")
    assert all(words in told for words in ("worst 8", "lower back", "bath", "sore", "to ward: come"))
