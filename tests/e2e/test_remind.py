"""`symtrack remind` on a real session bus: one neutral notification, and only when there is something to remind of."""

import subprocess
from collections.abc import Iterator
from configparser import ConfigParser
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from symtrack import paths
from symtrack.reminding import closed
from symtrack.reminding.ways.autostart import Autostart
from symtrack.settings import Preferences
from symtrack.store import DiaryStore, last_day
from symtrack.store.vault import Passphrase
from tests.e2e.command import COMMAND, done, refused, symtrack
from tests.e2e.desktop import Desktop
from tests.e2e.test_no_network import run

YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
THE_REMINDER = {
    "app": "Diary",
    "icon": "",
    "summary": "Time for your diary",
    "body": "",
    "actions": [],
    "hints": [["suppress-sound", True], ["urgency", 1]],
}


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    begun = Desktop()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", begun.address)
    yield begun
    begun.end()


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary with an entry of yesterday, whatever the hour is: a new day begins at midnight in it."""
    path = tmp_path / "diary.symtrack"
    done("set", "-d", path, "day-start=00:00")
    done("add", "-d", path, "pain=6", "--day", YESTERDAY)
    return path


def test_a_day_without_an_entry_has_one_reminder_that_names_no_illness(desktop: Desktop, diary: Path) -> None:
    """It says that it is time, silently and with nothing to press, under the guard that ends what asks for the net."""
    desktop.begin()
    reminded = run(COMMAND, "remind", "-d", diary)
    assert (reminded.returncode, reminded.stdout, reminded.stderr) == (0, b"", b"")
    assert desktop.shown() == [THE_REMINDER]
    assert symtrack("remind", "-d", diary).stderr.decode() == "There is nothing to remind of now.\n"
    assert desktop.shown() == []


@pytest.mark.parametrize(
    "given",
    [
        ("add", "pain=3"),
        ("add", "nausea=unwell"),
        ("add", "--note", "A quiet day"),
        ("add", "pain=2", "--by", "caregiver:Anna"),
        ("set", "mode=pause"),
        ("set", "mode=finished"),
    ],
)
def test_nothing_is_shown_when_there_is_nothing_to_remind_of(desktop: Desktop, diary: Path, given) -> None:
    """Today has an entry, whoever gave it, or the diary rests, or it is finished."""
    desktop.begin()
    done(*given, "-d", diary)
    done("remind", "-d", diary)
    assert desktop.shown() == []


@pytest.mark.parametrize("given", [("set", "mode=comfort"), ("add", "--event", "dose", "medicine=x", "taken=yes")])
def test_what_is_given_in_passing_does_not_stand_for_an_entry(desktop: Desktop, diary: Path, given) -> None:
    """Someone who notes each dose is reminded of the questions all the same; comfort only asks a question too."""
    desktop.begin()
    done(*given, "-d", diary)
    done("remind", "-d", diary)
    assert desktop.shown() == [THE_REMINDER]


def test_before_its_time_nothing_is_shown_and_nothing_is_used_up(desktop: Desktop, diary: Path) -> None:
    """A system makes up in the morning for an evening when the computer was off; the evening's own comes later."""
    desktop.begin()
    now = datetime.now()
    begun, later = f"{now - timedelta(hours=1):%H:%M}", f"{now + timedelta(hours=2):%H:%M}"
    done("undo", "-d", diary)  # The night before, it would be today's own.
    done("set", "-d", diary, f"day-start={begun}")
    done("remind", "-d", diary, "--at", later)
    assert desktop.shown() == []
    done("remind", "-d", diary, "--at", begun)
    assert desktop.shown() == [THE_REMINDER]


def test_a_sealed_diary_stays_closed_and_silent(desktop: Desktop, diary: Path, tmp_path: Path) -> None:
    """Nothing outside of it says when something was entered, so nothing can be reminded of."""
    desktop.begin()
    sealed(diary, tmp_path)
    said = symtrack("remind", "-d", diary)
    assert (said.returncode, said.stdout) == (0, b"")
    assert "sealed" in said.stderr.decode()
    assert desktop.shown() == []
    assert not paths.last_days_folder().exists()


def test_a_sealed_diary_reminds_by_the_one_day_that_may_lie_outside(
    desktop: Desktop, diary: Path, tmp_path: Path
) -> None:
    """The file holds that day and nothing else, is the person's own, and follows what is entered and chosen."""
    desktop.begin()
    words = sealed(diary, tmp_path)
    with DiaryStore.open(diary, secret=Passphrase(words.read_text())) as store:
        last_day.keep(store)
    file = last_day.file_of(diary)
    assert file.read_text() == YESTERDAY
    done("set", "-d", diary, "mode=pause", "--passphrase-file", words)
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("", 0o600)
    done("remind", "-d", diary)
    assert desktop.shown() == []
    done("set", "-d", diary, "mode=normal", "--passphrase-file", words)
    done("remind", "-d", diary)
    assert desktop.shown() == [THE_REMINDER]
    done("add", "-d", diary, "pain=4", "--passphrase-file", words)
    assert file.read_text() == date.today().isoformat()
    done("passphrase", "--remove", "-d", diary, "--passphrase-file", words)
    assert not file.exists()


def sealed(diary: Path, folder: Path) -> Path:
    words = folder / "words"
    words.write_text("geese at noon")
    done("passphrase", "--set", "-d", diary, "--new-passphrase-file", words)
    return words


def test_where_nothing_shows_notifications_one_sentence_says_so(desktop: Desktop, diary: Path) -> None:
    """And the reminder is not used up: once the desktop is there, it is shown."""
    assert "could not be shown" in refused("remind", "-d", diary)
    desktop.begin()
    done("remind", "-d", diary)
    assert desktop.shown() == [THE_REMINDER]


def test_without_a_session_one_sentence_says_so_too(diary: Path, tmp_path: Path, monkeypatch) -> None:
    """On a computer without a desktop."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert "could not be shown" in refused("remind", "-d", diary)


def test_a_diary_that_is_gone_reminds_nobody(desktop: Desktop, tmp_path: Path) -> None:
    """A family that put everything away is not asked to write."""
    desktop.begin()
    assert "There is no diary" in refused("remind", "-d", tmp_path / "gone.symtrack")
    assert desktop.shown() == []


def test_whoever_stays_goes_when_the_reminder_is_turned_off(diary: Path) -> None:
    """No time is chosen in Settings, so the program that starts at the log-in ends at once."""
    assert done("remind", "--stay", "-d", diary) == ""


def test_what_was_set_up_for_the_log_in_reminds_when_it_is_run(desktop: Desktop, tmp_path: Path, monkeypatch) -> None:
    """The very line of the autostart entry, run as a desktop runs it: it stays, and reminds at the time in Settings."""
    diary = tmp_path / "mum’s diary.symtrack"
    done("set", "-d", diary, "name=M. Example")
    Preferences(reminder="04:00").write(paths.settings_file())  # The person's day begins then: it has come at any hour.
    monkeypatch.setattr(closed, "ways", lambda: (Autostart(),))
    closed.set_up(diary, time(4))
    entry = ConfigParser(interpolation=None)
    entry.read(paths.system_config() / "autostart" / "symtrack-remind.desktop", encoding="utf-8")
    desktop.begin()
    staying = subprocess.Popen(["/bin/sh", "-c", f"exec {entry['Desktop Entry']['exec']}"], cwd="/")
    shown = desktop.next()
    still_there = staying.poll() is None
    staying.terminate()
    staying.wait()
    assert (shown, still_there) == (THE_REMINDER, True)
