"""What `make` promises to somebody who has just fetched symtrack."""

import os
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def make(target: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `make TARGET` does without a display, the demo in a folder of the test's own."""
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "MAKEFLAGS", "MAKELEVEL")
    kept = {name: value for name, value in os.environ.items() if name not in without}
    command = ["make", "--no-print-directory", target]
    settings = kept | {"SYMTRACK_DEMO_FOLDER": str(folder)} | environment
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False, timeout=120)


def test_without_a_display_make_run_leaves_a_summary(tmp_path: Path) -> None:
    """It says why there is no window, prints the points, sets the paper and tells where it is."""
    done = make("run", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    assert "No display answers here" in done.stderr
    assert str(tmp_path / "demo" / "summary.pdf") in done.stderr
    assert (tmp_path / "demo" / "summary.pdf").read_bytes().startswith(b"%PDF")
    assert done.stdout.strip()


def test_a_display_that_is_named_and_not_there_is_no_display(tmp_path: Path) -> None:
    """A DISPLAY left over from another session leads to the summary, not to a crash."""
    done = make("run", tmp_path / "demo", DISPLAY=":4711")
    assert done.returncode == 0, done.stderr
    assert "No display answers here" in done.stderr
    assert (tmp_path / "demo" / "summary.pdf").exists()


def test_the_own_diary_is_not_touched_without_a_display(tmp_path: Path, own_home: Path) -> None:
    """The demo is a diary of its own, and takes the place of an earlier demo only."""
    assert make("run", tmp_path / "demo").returncode == 0
    assert make("run", tmp_path / "demo").returncode == 0
    assert list(own_home.rglob("*.symtrack")) == []


def test_a_second_start_has_nothing_to_set_up() -> None:
    """When everything is there, the set-up is silent and over in a moment."""
    subprocess.run([ROOT / "tools" / "setup.sh", "window", "tests"], check=True, capture_output=True)
    begun = time.monotonic()
    again = subprocess.run([ROOT / "tools" / "setup.sh", "window", "tests"], check=True, capture_output=True, text=True)
    assert again.stdout + again.stderr == ""
    assert time.monotonic() - begun < 2  # seconds, on a busy machine
