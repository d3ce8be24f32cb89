"""The lid is shut, the battery is empty, somebody logs out: nothing has to be written twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symtrack.store import DiaryStore, draft
from tests.e2e.real_window import Screen, Window, wait


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    folder = tmp_path / "screen"
    folder.mkdir()
    screen = Screen(folder)
    yield screen
    screen.stop()


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    folder = tmp_path / "diary"
    folder.mkdir()
    return folder / "diary.symtrack"


def half_written(diary: Path) -> str:
    with DiaryStore.open(diary, create=True) as store:
        return draft.kept(store)


def questions(diary: Path) -> list[str | None]:
    with DiaryStore.open(diary, create=True) as store:
        return [event.text for event in store.events() if event.kind == "question"]


def test_a_window_that_is_killed_gives_the_words_back(screen, diary):
    """A question was being written when the computer went off: at the next start it is one press and Enter away."""
    with Window(screen, diary) as window:
        window.press("F2", *"why")
        wait(lambda: "why" in half_written(diary))
        window.kill()
    assert ("why" in half_written(diary), questions(diary)) == (True, [])
    with Window(screen, diary) as window:
        window.press("F6", "Escape", "Tab", "Return", "Return")
        wait(lambda: questions(diary) == ["why"])
    assert (half_written(diary), questions(diary)) == ("", ["why"])


def test_logging_out_keeps_what_is_picked_and_what_is_written(screen, diary):
    """The session ends the program, and it ends as though its window had been closed."""
    with Window(screen, diary) as window:
        window.press("7", "Return", "2", "F2", *"why")
        wait(lambda: "why" in half_written(diary))
        assert window.end() == 0
    assert window.rows(2) == [("pain", 7), ("nausea", 2)]
    assert questions(diary) == ["why"]
