"""What is set up so that a reminder comes while no window is open, and that nothing of it is left."""

import plistlib
import shutil
import subprocess
import sys
from configparser import ConfigParser
from datetime import time
from pathlib import Path

import pytest

from symtrack.errors import SymtrackError
from symtrack.reminding import closed
from symtrack.reminding.ways import autostart, launchd, systemd, task
from symtrack.reminding.ways.way import timed

AT = time(18, 5)
AWKWARD = 'a "b" $HOME %h \\ `c`'
"""A folder's name that each of the systems would read as something else, unless it is quoted."""

SYSTEMCTL = """#!/bin/sh
echo "$@" >> {log}
case "$*" in *{refuses}*) exit 1;; esac
"""
"""In the place of the system's own, for a system that is not there while tests run: it keeps what it was told."""


@pytest.fixture
def config(own_home: Path) -> Path:
    return own_home / "config"


def system(folder: Path, monkeypatch: pytest.MonkeyPatch, *, refuses: str = "nothing") -> Path:
    """A computer with systemd, which may refuse something; where it keeps what it was told."""
    told, program = folder / "told", folder / "systemctl"
    program.write_text(SYSTEMCTL.format(log=told, refuses=refuses))
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return told


def left(config: Path) -> list[Path]:
    return [path for path in config.rglob("*") if path.is_file()]


def read(path: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # letters keep their case
    parser.read(path, encoding="utf-8")
    return parser


def test_with_systemd_a_timer_is_set_up_and_taken_away_whole(config: Path, tmp_path: Path, monkeypatch) -> None:
    """The timer runs this program at the time, and what was missed while the computer was off is made up for."""
    told = system(tmp_path, monkeypatch)
    diary = tmp_path / AWKWARD / "diary.symtrack"
    closed.set_up(diary, AT)
    units = config / "systemd" / "user"
    timer, service = read(units / "symtrack-remind.timer"), read(units / "symtrack-remind.service")
    assert dict(timer["Timer"]) == {"OnCalendar": "*-*-* 18:05:00", "Persistent": "true"}
    assert timer["Install"]["WantedBy"] == "timers.target"
    assert timer["Unit"]["Description"] == service["Unit"]["Description"] == "Time for your diary"
    assert service["Service"]["Type"] == "oneshot"
    written = service["Service"]["ExecStart"].replace("%%", "%").replace("$$", "$")
    assert as_systemd_reads(written) == timed(closed.command(diary), AT)
    assert [line.split(" ", 1)[1] for line in told.read_text().splitlines()] == [
        "show-environment",
        "daemon-reload",
        "enable symtrack-remind.timer",
        "restart symtrack-remind.timer",
    ]
    closed.take_away()
    assert left(config) == []
    assert told.read_text().splitlines()[-2:] == ["--user disable --now symtrack-remind.timer", "--user daemon-reload"]


def as_systemd_reads(line: str) -> list[str]:
    """The parts of the command: inside double quotes a backslash stands before what is meant as it is."""
    return [
        part.replace('\\"', '"').replace("\\\\", "\\") for part in line.removeprefix('"').removesuffix('"').split('" "')
    ]


def test_a_system_that_refuses_is_left_as_it_was(config: Path, tmp_path: Path, monkeypatch) -> None:
    """Half a reminder would be none, and nobody would know."""
    system(tmp_path, monkeypatch, refuses="enable")
    with pytest.raises(SymtrackError, match="did not take the reminder"):
        closed.set_up(tmp_path / "diary.symtrack", AT)
    assert left(config) == []
    assert closed.standing() is None


def test_without_systemd_it_begins_at_the_log_in(config: Path, tmp_path: Path, monkeypatch) -> None:
    """The entry runs the program that stays, and a desktop reads the command back letter for letter."""
    monkeypatch.setenv("PATH", str(tmp_path))
    diary = tmp_path / AWKWARD / "diary.symtrack"
    closed.set_up(diary, AT)
    entry = read(config / "autostart" / "symtrack-remind.desktop")["Desktop Entry"]
    assert (entry["Type"], entry["Name"], entry["NoDisplay"]) == ("Application", "Time for your diary", "true")
    command = entry["Exec"].replace("\\\\", "\\").replace("%%", "%")
    heard = subprocess.run(["/bin/sh", "-c", f"printf '%s\\n' {command}"], capture_output=True, text=True, check=True)
    assert heard.stdout.splitlines() == [*closed.command(diary), "--stay"]
    way = closed.standing()
    assert way is not None
    assert way.at_log_in
    closed.take_away()
    assert left(config) == []


def test_one_way_takes_the_place_of_another(config: Path, tmp_path: Path, monkeypatch) -> None:
    """A computer that has systemd since does not remind in both ways."""
    monkeypatch.setenv("PATH", str(tmp_path))
    closed.set_up(tmp_path / "diary.symtrack", AT)
    system(tmp_path, monkeypatch)
    closed.set_up(tmp_path / "diary.symtrack", AT)
    assert sorted(path.name for path in left(config)) == ["symtrack-remind.service", "symtrack-remind.timer"]


def test_a_folder_that_cannot_be_written_is_a_sentence(config: Path, tmp_path: Path, monkeypatch) -> None:
    """Not a crash."""
    monkeypatch.setenv("PATH", str(tmp_path))
    config.mkdir()
    (config / "autostart").write_text("a file where a folder should be")
    with pytest.raises(SymtrackError, match="did not take the reminder"):
        closed.set_up(tmp_path / "diary.symtrack", AT)


def test_systemd_itself_finds_nothing_wrong_with_the_units(config: Path, tmp_path: Path, monkeypatch) -> None:
    """Where its own checker is at hand; elsewhere the units were read above."""
    system(tmp_path, monkeypatch)
    closed.set_up(tmp_path / "mum’s diary.symtrack", AT)
    checker = shutil.which("systemd-analyze", path="/usr/bin:/bin")
    units = sorted(map(str, (config / "systemd" / "user").iterdir()))
    assert len(units) == 2
    if checker is not None:
        done = subprocess.run([checker, "--user", "verify", *units], capture_output=True, text=True, check=False)
        assert "symtrack" not in done.stderr


def test_the_command_is_this_programs_own(tmp_path: Path) -> None:
    """By the very Python that runs it now, whatever the path is at that time; it can be run as it stands."""
    command = closed.command(tmp_path / "gone.symtrack")
    assert command[:3] == [sys.executable, "-m", "symtrack"]
    done = subprocess.run(timed(command, AT), capture_output=True, text=True, check=False, cwd="/")
    assert (done.returncode, "There is no diary" in done.stderr) == (1, True)


def test_on_a_mac_an_agent_says_the_time_and_the_program() -> None:
    """Its property list is read back; no Mac has tried it."""
    agent = plistlib.loads(launchd.content(["/usr/bin/symtrack", "remind", "-d", AWKWARD], AT))
    assert agent["StartCalendarInterval"] == {"Hour": 18, "Minute": 5}
    assert agent["ProgramArguments"] == ["/usr/bin/symtrack", "remind", "-d", AWKWARD, "--at", "18:05"]
    assert "RunAtLoad" not in agent


def test_on_windows_a_daily_task_runs_the_program() -> None:
    """In place of an earlier one; no Windows has tried it."""
    given = task.creation([r"C:\Program Files\symtrack.exe", "remind", "-d", r"C:\Mum’s diary.symtrack"], AT)
    assert given[:2] == ["schtasks", "/Create"]
    assert given[given.index("/ST") + 1] == "18:05"
    assert given[given.index("/SC") + 1] == "DAILY"
    assert given[-1] == "/F"
    assert given[given.index("/TR") + 1] == (
        r'"C:\Program Files\symtrack.exe" remind -d "C:\Mum’s diary.symtrack" --at 18:05'
    )


def test_each_part_is_quoted_for_its_own_reader() -> None:
    """Percent and dollar mean something to systemd and to desktops."""
    assert systemd.quoted("50% $x") == '"50%% $$x"'
    assert autostart.quoted("50% $x") == '"50%% \\\\$x"'
