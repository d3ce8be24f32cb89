"""The points to talk about, from a diary and from a file, through the installed command."""

import os
import signal
import subprocess
from datetime import date, timedelta
from pathlib import Path
from subprocess import DEVNULL, PIPE

import pytest

from tests.e2e.command import COMMAND, done, objects, refused, symtrack

FLAG_KEYS = [
    "person",
    "voice",
    "rule",
    "kind",
    "items",
    "urgency",
    "raised",
    "first",
    "last",
    "shown",
    "closed",
    "quiet_until",
    "late",
    "text",
    "question",
    "evidence",
]


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary.symtrack"


def test_flags_are_as_documented_and_do_not_depend_on_later_days(tmp_path: Path) -> None:
    """Every key in its order, sorted; a file that is cut off, and --on, both give what had been raised by then."""
    days = [str(date(2026, 1, 1) + timedelta(days=k)) for k in range(60)]
    rows = [f"{day},{2 + (k % 2) if k < 30 else 8},{k % 3 if k < 50 else 8}\n" for k, day in enumerate(days)]
    whole, cut = tmp_path / "whole.csv", tmp_path / "cut.csv"
    whole.write_text("day,pain,nausea\n" + "".join(rows))
    cut.write_text("day,pain,nausea\n" + "".join(rows[:32]))
    found = objects(done("flags", whole, "--all", "--json"))
    assert [list(flag) for flag in found] == [FLAG_KEYS] * len(found)
    assert {flag["person"] for flag in found} == {""}
    order = [(flag["raised"], flag["rule"], flag["items"]) for flag in found]
    assert order == sorted(order)
    then = [place for place in order if place[0] <= days[31]]
    assert 0 < len(then) < len(order)
    for given in ((cut, "--all"), (whole, "--all", "--on", days[31])):
        flags = objects(done("flags", *given, "--json"))
        assert [(flag["raised"], flag["rule"], flag["items"]) for flag in flags] == then
    assert "Pain was 7 or more" in done("flags", whole)


def test_one_wrong_line_means_no_points_at_all(tmp_path: Path) -> None:
    """What was already computed about others is not printed when a later line can't be true."""
    table = tmp_path / "two.csv"
    high = "".join(f"a,2026-01-0{k},9\n" for k in range(1, 8))
    table.write_text(f"person,day,pain\n{high}b,2026-01-01,3\nb,2026-01-01,4\n")
    assert "Lines 9 and 10" in refused("flags", table, "--json")
    table.write_text(f"person,day,pain\n{high}b,2026-01-01,11\n")
    assert "Line 9" in refused("flags", table, "--json")
    table.write_text(f"person,day,pain\nü,2026-01-01,\n{high}")
    assert {flag["person"] for flag in objects(done("flags", table, "--json"))} == {"a"}


def test_points_can_be_switched_off(diary: Path) -> None:
    """flags=off leaves a plain diary: nothing on standard output, and a word about it beside."""
    for day in ("2026-05-12", "2026-05-13", "2026-05-14"):
        done("add", "-d", diary, "pain=9", "--day", day)
    assert objects(done("flags", "-d", diary, "--all", "--json"))
    ((saved),) = objects(done("set", "-d", diary, "flags=off", "name=A=B"))
    assert len(saved["saved"]) == 2
    called = symtrack("flags", "-d", diary, "--all", "--json")
    assert (called.returncode, called.stdout, b"flags=off" in called.stderr) == (0, b"", True)


def test_ctrl_c_ends_a_long_cohort_without_a_word(tmp_path: Path) -> None:
    """The terminal tells every process of the call; none of them answers with a traceback."""
    people = tmp_path / "people.csv"
    rows = [f"p{person},2026-05-{day:02},{(person + day) % 11}" for person in range(400) for day in range(1, 31)]
    people.write_text("\n".join(["person,day,pain", *rows]))
    given = [str(COMMAND), "flags", str(people), "--all"]
    with subprocess.Popen(given, stdout=DEVNULL, stderr=PIPE, start_new_session=True) as begun:
        children = Path(f"/proc/{begun.pid}/task/{begun.pid}/children")
        while begun.poll() is None and len(children.read_text().split()) < 2:
            pass
        if begun.poll() is None:  # A computer with a single core needs no other processes.
            os.killpg(begun.pid, signal.SIGINT)
        assert begun.communicate(timeout=60)[1] == b""
