"""`symtrack report`, called as a person or a script calls it: for whom, with which parts, and what is private."""

import subprocess
from pathlib import Path

import pytest

from tests.e2e.command import COMMAND, done, made_once, refused


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return made_once(tmp_path / "mum.symtrack", make)


def make(path: Path) -> None:
    done("demo", "-d", path, "--days", "60", "--until", "2026-05-16")


def report(diary: Path, *given: object) -> str:
    """The paper as plain text."""
    path = diary.with_suffix(".txt")
    done("report", "-d", diary, "-o", path, "--to", "2026-05-16", *given)
    return " ".join(path.read_text(encoding="utf-8").split())


def test_a_preset_has_its_parts_and_a_named_part_comes_to_them(diary: Path) -> None:
    """The family gets the notes and no table of every day, unless it is asked for."""
    assert "Notes" in report(diary, "--preset", "family")
    assert "Every day" not in report(diary, "--preset", "family")
    assert "Every day" in report(diary, "--preset", "family", "--section", "days")


def test_an_old_diary_is_printed_as_it_ended(tmp_path: Path) -> None:
    """Brought in years later, it is not an empty paper; days that were asked for are printed as they are."""
    old = tmp_path / "old.symtrack"
    done("demo", "-d", old, "--days", "60", "--until", "2020-05-16")
    path = old.with_suffix(".txt")
    done("report", "-d", old, "-o", path)
    assert "to 16 May 2020" in path.read_text(encoding="utf-8")
    assert "Pain has been higher since" in path.read_text(encoding="utf-8")
    done("report", "-d", old, "-o", path, "--from", "2020-04-01", "--to", "2020-12-31")
    assert "1 Apr 2020 to 31 Dec 2020" in path.read_text(encoding="utf-8")


def test_named_parts_alone_are_all_there_is_beside_page_one(diary: Path) -> None:
    """What was not ticked is not there."""
    said = report(diary, "--section", "cycles", "--section", "treatments")
    assert "By cycle" in said
    assert "What happened" in said
    assert "Notes" not in said


def test_an_own_preset_is_set_and_used(diary: Path) -> None:
    """As a script may make it, for the window too."""
    done("set", 'preset.Sister Byrne={"sections": ["days"], "private": false}', "-d", diary)
    assert "Every day" in report(diary, "--preset", "Sister Byrne")


def test_the_nearest_name_is_said_and_nothing_is_written(diary: Path) -> None:
    """One sentence for a slip of the keys."""
    path = diary.with_suffix(".pdf")
    assert "Did you mean “oncologist”?" in refused("report", "-d", diary, "-o", path, "--preset", "oncolgist")
    assert "Did you mean “doses”?" in refused("report", "-d", diary, "-o", path, "--section", "dosses")
    assert not path.exists()


def test_the_folder_that_a_call_was_made_in_may_be_gone(diary: Path, tmp_path: Path) -> None:
    """As after a stick was taken out: a paper that goes somewhere else is written all the same."""
    paper = tmp_path / "summary.pdf"
    line = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@"'
    given = (str(COMMAND), "report", "-d", str(diary), "-o", str(paper))
    subprocess.run(["sh", "-c", line, *given], cwd=tmp_path, check=True, timeout=60)
    assert paper.read_bytes().startswith(b"%PDF")
