"""The daily entry in a real window, by real keys and clicks: what a person presses, and what the file holds then."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore
from tests.e2e.real_window import Screen, Window

Opened = Callable[..., Window]
FRIDAY = datetime(2026, 5, 15, 14, 2).astimezone()
THURSDAY = "2026-05-14"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    shown = Screen(tmp_path_factory.mktemp("screen"))
    yield shown
    shown.stop()


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary.symtrack"


@pytest.fixture
def kept(diary: Path) -> Path:
    """A diary with an answer of last Tuesday."""
    with DiaryStore.open(diary, create=True, clock=lambda: FRIDAY.replace(day=12)) as store:
        store.add(Rating(day=date(2026, 5, 12), item="pain", score=2))
    return diary


def test_a_good_day_is_eight_keys(screen: Screen, diary: Path) -> None:
    """Four digits, each with Enter, right after the start."""
    with Window(screen, diary) as window:
        window.press("7", "Return", "2", "Return", "5", "Return", "6", "Return")
        assert window.rows(4) == [("pain", 7), ("nausea", 2), ("appetite", 5), ("fatigue", 6)]
        assert window.pressed <= 8


def test_a_good_day_is_four_clicks(screen: Screen, diary: Path) -> None:
    """One click answers and saves; nothing has to be pressed after it."""
    with Window(screen, diary) as window:
        for x, y in window.scores(6, cards=4):
            window.click(x, y)
        assert window.rows(4) == [("pain", 6), ("nausea", 6), ("appetite", 6), ("fatigue", 6)]
        assert window.pressed <= 4


def test_ten_typed_slowly_and_keys_held_down(screen: Screen, diary: Path) -> None:
    """Nothing depends on how fast a key follows another, nor on how long it is held or how often it is pressed."""
    with Window(screen, diary) as window:
        window.press_slowly("1", "0")
        window.hold("Return")
        window.hold("4")
        window.press("4", "Return", "Return", "5", "Return")
        assert window.rows(3) == [("pain", 10), ("nausea", 4), ("appetite", 5)]


def test_an_unwell_day_is_one_press(screen: Screen, diary: Path) -> None:
    """U, and nothing else."""
    with Window(screen, diary) as window:
        window.press("u")
        rows = window.rows(4, "item, score, reason")
        assert rows == [(item, None, "unwell") for item in ("pain", "nausea", "appetite", "fatigue")]
        assert window.pressed == 1


def test_a_corrected_day(screen: Screen, diary: Path) -> None:
    """Up to the wrong number, the right one typed: both are in the file, and Ctrl+Z brings the wrong one back."""
    with Window(screen, diary) as window:
        window.press("3", "Return", "4", "Up", "8", "Return")
        rows = window.rows(3, "item, score, replaces IS NOT NULL")
        assert rows == [("pain", 3, 0), ("nausea", 4, 0), ("pain", 8, 1)]
        window.press("ctrl+z")
        assert window.rows(4, "item, score, replaces IS NOT NULL")[3] == ("pain", 3, 1)


def test_half_past_midnight_is_still_the_day_before(screen: Screen, kept: Path) -> None:
    """An entry in bed is for the day that was lived."""
    with Window(screen, kept, now=FRIDAY.replace(hour=0, minute=30)) as window:
        window.press("7", "Return")
        assert window.rows(2, "day, item, score")[1:] == [(THURSDAY, "pain", 7)]


def test_at_nine_yesterday_comes_first_when_it_is_empty(screen: Screen, kept: Path) -> None:
    """Yesterday's four, then today's after the line that leads on: Shift+Tab past the reasons and the strip to it."""
    with Window(screen, kept, now=FRIDAY.replace(hour=9)) as window:
        window.press("7", "Return", "2", "Return", "5", "Return", "6", "Return")
        assert {row[0] for row in window.rows(5, "day")[1:]} == {THURSDAY}
    with Window(screen, kept, now=FRIDAY.replace(hour=9, minute=30)) as window:
        window.press("4", "Return")
        assert window.rows(6, "day, item, score")[5:] == [("2026-05-15", "pain", 4)]


def test_a_caregivers_afternoon_and_the_patients_next_morning(screen: Screen, kept: Path) -> None:
    """Tom's own view and the person's answer for the same day stand beside each other; neither replaced the other."""
    tom = 'writer = "caregiver:Tom"\nwriters = ["Tom"]\n'
    with Window(screen, kept, now=FRIDAY, settings=tom) as window:
        window.press("8", "Return")
        window.rows(2)
    with Window(screen, kept, now=FRIDAY.replace(day=16, hour=9)) as window:
        window.press("5", "Return")
        rows = window.rows(3, "day, score, voice, replaces")[1:]
        assert rows == [("2026-05-15", 8, "caregiver:Tom", None), ("2026-05-15", 5, "patient", None)]


def test_a_day_under_the_wrong_name_is_moved(screen: Screen, kept: Path) -> None:
    """Entered as Tom's own view on his computer; who is writing is changed, and one press moves the day."""
    tom = 'writer = "caregiver:Tom"\nwriters = ["Tom"]\n'
    with Window(screen, kept, now=FRIDAY, settings=tom) as window:
        window.press("8", "Return")
        window.rows(2)
        window.click(1250, 30)
        window.press("Tab", "Return")
        # Back on the first question, and from there up past the reasons and the strip to the line that offers it.
        window.press("ctrl+1", "Up", *["shift+Tab"] * 12, "Return")
        rows = window.rows(3, "day, score, voice, replaces IS NOT NULL")[1:]
        assert rows == [("2026-05-15", 8, "caregiver:Tom", 0), ("2026-05-15", 8, "patient", 1)]


def test_a_week_from_the_paper_sheet(screen: Screen, kept: Path) -> None:
    """Opened with the keyboard, typed in down each day, saved as it goes."""
    with Window(screen, kept, now=FRIDAY) as window:
        window.press(*["Tab"] * 11, "Return", *["Tab"] * 8, "Return")
        window.press("3", "Return", "1", "0", "Return", "u", "Return", "5", "Return", "4", "Right", "7", "Return")
        assert window.rows(7, "day, item, score, reason")[1:] == [
            ("2026-05-09", "pain", 3, None),
            ("2026-05-09", "nausea", 10, None),
            ("2026-05-09", "appetite", None, "unwell"),
            ("2026-05-09", "fatigue", 5, None),
            ("2026-05-10", "pain", 4, None),
            ("2026-05-11", "pain", 7, None),
        ]
