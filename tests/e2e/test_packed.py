"""What only a packed symtrack can get wrong: modules, files and child processes that the packing left behind."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from symtrack import __version__
from symtrack.diary.public_holidays import countries
from symtrack.exchange.format import every_format
from symtrack.report import all_sections
from symtrack.report.sheets import sheets
from symtrack.rules import every_rule
from tests.e2e.command import done, objects

ROOT = Path(__file__).resolve().parents[2]


def test_everything_is_packed() -> None:
    """The packed program finds the same rules, sections, sheets and formats as the sources, and makes a paper."""
    said = json.loads(done("self-test", "--json"))
    assert said["version"] == __version__
    assert said["rules"] == [rule.key for rule in every_rule()]
    assert said["sections"] == [section.key for section in all_sections()]
    assert said["sheets"] == [sheet.key for sheet in sheets()]
    assert said["formats"] == [known.key for known in every_format()]
    assert said["countries"] == len(countries())


def test_it_says_which_one_it_is() -> None:
    """One line, which a report of a fault can quote."""
    assert done("--version") == f"symtrack {__version__}\n"


def test_many_people_are_shared_out_among_processes(tmp_path: Path) -> None:
    """More people than are done in one process: each child finds its work."""
    many = tmp_path / "many.csv"
    lines = [f"p{person},2026-05-{day:02},9" for person in range(250) for day in range(1, 9)]
    many.write_text("person,day,pain\n" + "\n".join(lines) + "\n")
    found = objects(done("flags", many, "--json"))
    assert len({flag["person"] for flag in found}) == 250


def test_a_part_that_was_left_behind_is_named(tmp_path: Path) -> None:
    """One sentence with its name, and exit 1: whoever packs it is told before anybody else."""
    shutil.copytree(ROOT / "symtrack", tmp_path / "symtrack", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", tmp_path / "symtrack" / "resources")
    (tmp_path / "symtrack" / "resources" / "report" / "page.typ").unlink()
    command, environment = [sys.executable, "-m", "symtrack", "self-test"], {**os.environ, "PYTHONPATH": str(tmp_path)}
    called = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert called.returncode == 1
    assert len(called.stderr.splitlines()) == 1
    assert "A part of symtrack is missing" in called.stderr
