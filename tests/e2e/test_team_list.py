"""A tick on the team's list in a real window, by real keys, at a moment that stands still."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from symtrack.diary.rows import Setting
from symtrack.store import DiaryStore
from tests.e2e.command import done
from tests.e2e.real_window import Screen, Window, wait

SATURDAY_NIGHT = datetime(2026, 5, 16, 23, 0).astimezone()
WEEK = ["mon", "tue", "wed", "thu", "fri"]
TEAM = [
    {"who": "Ward 5", "numbers": [{"number": "01632 960 111", "days": WEEK, "from": "08:00", "to": "17:00"}]},
    {"who": "Night line", "numbers": [{"number": "01632 960 222", "from": "17:00", "to": "08:00"}]},
]


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    shown = Screen(tmp_path_factory.mktemp("screen"))
    yield shown
    shown.stop()


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary with the team's numbers, and a list of two lines."""
    path = tmp_path / "diary.symtrack"
    with DiaryStore.open(path, create=True, clock=lambda: SATURDAY_NIGHT) as store:
        store.add(
            Setting(key="team", value=TEAM),
            Setting(key="teamlist", value={"emergency": ["Chest pain"], "team": ["Hiccups"]}),
        )
    return path


def kept(diary: Path, kind: str, wanted: int) -> list[dict[str, object]]:
    """The bodies of the rows of a kind, once there are as many as wanted."""
    found: list[dict[str, object]] = []

    def read() -> bool:
        with closing(sqlite3.connect(f"{diary.as_uri()}?mode=ro", uri=True)) as file:
            rows = file.execute("SELECT body FROM event WHERE kind = ? ORDER BY id", (kind,)).fetchall()
        found[:] = [json.loads(body) for (body,) in rows]
        return len(found) >= wanted

    wait(read)
    return found


def test_a_tick_at_night_shows_the_night_number_and_the_call_is_kept(screen: Screen, diary: Path) -> None:
    """F8, four keys down to “Hiccups”, Enter: the night line's number; then “We rang”, what they said, Enter."""
    with Window(screen, diary, now=SATURDAY_NIGHT) as window:
        window.press("F8", *["Tab"] * 3, "Return")
        (tick,) = kept(diary, "teamlist", 1)
        assert tick == {"ticked": ["Hiccups"], "part": "team", "shown": "01632 960 222"}
    with Window(screen, diary, now=SATURDAY_NIGHT.replace(minute=10)) as window:
        # It is there again, and has the focus.
        window.press("Tab", "Return", *"come", "space", *"in", "Return")
        (call,) = kept(diary, "call", 1)
    assert (call["whom"], call["number"], call["said"]) == ("Night line", "01632 960 222", "come in")
    assert kept(diary, "teamlist", 2)[1] == {**tick, "rung": "23:10, Night line"}
    shown = done("show", "-d", diary)
    assert "Ticked on the team’s list: Hiccups." in shown
    assert "Call at 23:10 to Night line, 01632 960 222: come in" in shown
