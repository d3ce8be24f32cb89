"""What a Python that has just begun imports, and what it stays clear of."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WITHOUT = """
import importlib, sys

class Refusal:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {refused!r}:
            raise ImportError(f"{{name}} may not be imported here")

sys.meta_path.insert(0, Refusal())
for name in {wanted!r}:
    importlib.import_module(name)
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    """What a fresh Python says to the program."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_everything_but_the_window_works_without_qt() -> None:
    """Store, rules, paper and command line are of use on a computer that has no Qt at all."""
    wanted = ["symtrack.store", "symtrack.rules", "symtrack.exchange", "symtrack.report", "symtrack.cli"]
    done = run(WITHOUT.format(refused={"PySide6", "shiboken6", "pyqtgraph"}, wanted=wanted))
    assert done.returncode == 0, done.stderr


def test_what_the_first_paint_needs_is_light() -> None:
    """The words, the rows and the store come up without any of the packages that take long to import."""
    wanted = ["symtrack.diary.rows", "symtrack.diary.instrument", "symtrack.settings", "symtrack.store"]
    done = run(WITHOUT.format(refused={"numpy", "sqlite_utils", "pyqtgraph", "typst", "jsonschema"}, wanted=wanted))
    assert done.returncode == 0, done.stderr


def test_the_holidays_are_not_imported_without_a_country() -> None:
    """They cost a fifth of a second, which nobody pays who did not choose a country."""
    program = """
import sys
from datetime import datetime
from symtrack.diary.team import ring_now
team = [{"who": "W", "numbers": [{"number": "1", "days": ["holiday"]}]}]
ring_now({"team": team, "holidays": {"days": ["2026-12-24"]}}, datetime(2026, 12, 24, 10))
print("holidays" in sys.modules)
"""
    done = run(program)
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\n", "")


def test_qt_keeps_its_count_of_none() -> None:
    """PySide6 6.12.0 steals a reference to None in each void call on Python 3.11, and then the process dies."""
    program = """
import sys
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPen
app = QGuiApplication([])
image = QImage(8, 8, QImage.Format.Format_RGB32)
painter, pen = QPainter(image), QPen()
before = sys.getrefcount(None)
for _ in range(10_000):
    painter.setPen(pen)
print(sys.getrefcount(None) - before)
painter.end()
"""
    done = run(program)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > -100
