"""One whole path with a diary as real ones are: brought in, shown, pointed out, and on paper."""

import csv
import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from tests.e2e.command import COMMAND

DATA = Path(__file__).resolve().parents[1] / "data"
EXAMPLE, COHORT = DATA / "example-diary.csv", DATA / "example-cohort.csv"


def symtrack(*command: object) -> str:
    done = subprocess.run([COMMAND, *map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary.symtrack"
    symtrack("import", "-d", path, EXAMPLE)
    return path


def test_every_answer_of_the_file_is_in_the_diary(diary: Path) -> None:
    """Scores, reasons, moments and the daughter's own view, day by day, and nothing else."""
    reasons = {"x": "declined", "u": "unwell", "a": "asleep", "h": "hospital"}
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        wanted = {
            (row["day"], row["time"] or None, row["by"], item, row[item])
            for row in csv.DictReader(file)
            for item in ("pain", "nausea", "appetite", "fatigue")
            if row[item]
        }
    letters = {reason: letter for letter, reason in reasons.items()}
    shown = {
        (day["day"], each["time"], each["voice"], each["item"], letters.get(each["reason"]) or str(each["score"]))
        for day in map(json.loads, symtrack("show", "-d", diary, "--json").splitlines())
        for each in day["ratings"]
    }
    assert shown == wanted


def test_the_diary_and_its_file_have_the_same_points(diary: Path) -> None:
    """Flags of the CSV and of the diary made from it are the same, up to the file's last day."""
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        last = max(row["day"] for row in csv.DictReader(file))
    of_file = symtrack("flags", EXAMPLE, "--all", "--json")
    of_diary = symtrack("flags", "-d", diary, "--all", "--on", last, "--json")
    assert of_file == of_diary
    assert len(of_file.splitlines()) > 5


def test_the_paper_can_be_read_and_searched(diary: Path, tmp_path: Path) -> None:
    """The period, the numbers, the daughter and the treatment are text on one or two pages."""
    paper = tmp_path / "summary.pdf"
    symtrack("report", "-d", diary, "-o", paper, "--from", "2026-02-14", "--to", "2026-05-16")
    reader = PdfReader(paper)
    words = " ".join(page.extract_text() for page in reader.pages)
    assert len(reader.pages) <= 2
    for wanted in (
        "14 Feb 2026 to 16 May 2026",
        "In short",
        "Loss of appetite",
        "FOLFIRI",
        "daughter",
        "nobody is watching",
    ):
        assert wanted in words, wanted


def test_the_window_shows_it(diary: Path, qtbot, tmp_path: Path) -> None:
    """Every page opens on it, and Trends reads a day out in words."""
    with DiaryStore.open(diary) as store:
        journal = Journal(store, tmp_path / "settings.toml")
        window = MainWindow(journal)
        qtbot.addWidget(window)
        window.show()
        journal.start()
        for page in ("today", "trends", "diary", "team", "settings"):
            window.open(page)
            qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: len(journal.flags) > 5)
        assert journal.diary.voices == ("patient", "caregiver:daughter")
        assert date.fromordinal(journal.diary.first) == date(2025, 9, 29)


def test_a_cohort_is_pointed_out_person_by_person() -> None:
    """Every eighth of forty people has more pain from day 36 on, and nobody else is named for it.

    One of them had gone up little by little for three weeks before that, and is told so.
    """
    flags = [json.loads(line) for line in symtrack("flags", COHORT, "--all", "--json").splitlines()]
    rises = {"worse-than-usual", "slow-climb"}
    worse = sorted({flag["person"] for flag in flags if flag["rule"] in rises and flag["items"] == ["pain"]})
    assert worse == [f"p{number:02d}" for number in range(0, 40, 8)]
