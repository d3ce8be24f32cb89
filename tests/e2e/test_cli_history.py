"""What was said before, and what became of it, with the installed command."""

from datetime import date
from pathlib import Path

import pytest

from tests.e2e.command import done, made_once, objects

DAY = "2026-05-14"


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return made_once(tmp_path / "diary.symtrack", make)


def make(path: Path) -> None:
    done("add", "-d", path, "pain=6", "--day", DAY, "--note", "SECRET of Thursday")


def test_the_history_tells_what_was_replaced_when_and_by_whom(diary: Path) -> None:
    """Every row of the day with what became of it, and a sentence for each change."""
    first = objects(done("show", "-d", diary, "--json"))[0]["ratings"][0]["id"]
    (said,) = objects(done("add", "-d", diary, "pain=4", "--day", DAY, "--typed-by", "Eva"))
    (day,) = objects(done("show", "-d", diary, "--json", "--history"))
    old, new = day["ratings"]
    assert [old["score"], old["replaces"], old["replaced_by"], old["withdrawn"]] == [6, None, said["saved"][0], False]
    assert [new["score"], new["replaces"], new["replaced_by"], new["entered_by"]] == [4, first, None, "Eva"]
    assert old["late_days"] == objects(done("show", "-d", diary, "--json"))[0]["ratings"][0]["late_days"]
    assert date.fromisoformat(old["recorded_at"][:10])
    done("undo", "-d", diary)
    done("undo", "-d", diary)
    assert objects(done("show", "-d", diary, "--json")) == []
    *_rows, last = objects(done("show", "-d", diary, "--json", "--history"))[0]["ratings"]
    assert (last["withdrawn"], last["score"]) == (True, None)
    table = done("show", "-d", diary, "--history")
    assert "from 6 to 4, by the patient, typed by Eva" in table
    assert "taken away" in table
    assert "SECRET" in table


def test_what_was_erased_says_so_in_the_history(diary: Path) -> None:
    """That there was a row stays; what it said does not."""
    (day,) = objects(done("show", "-d", diary, "--json"))
    done("erase", day["events"][0]["id"], "-d", diary)
    table = done("show", "-d", diary, "--history")
    assert ("erased for good" in table, "SECRET" in table) == (True, False)
