"""The points to talk about, from a diary and from a file, through the installed command."""

import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from subprocess import DEVNULL, PIPE

import pytest

from tests.e2e.command import COMMAND, done, objects, refused, symtrack

ROOT = Path(__file__).resolve().parents[2]
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


ENDLESS = r"""
import os, sys, threading
from datetime import date
from symtrack.cli.many import for_each
from symtrack.exchange.cohort import Person

def work(person):
    os.write(1, b"begun\n")  # In one piece: another process says it at the same time.
    threading.Event().wait()

if __name__ == "__main__":
    try:
        list(for_each([Person(str(k), ()) for k in range(1000)], work))
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_ctrl_c_does_not_wait_for_people_who_are_under_way(tmp_path: Path) -> None:
    """Fifty people at once take seconds, on a busy computer many: whoever stops it is not to sit through that."""
    program = tmp_path / "endless.py"
    program.write_text(ENDLESS)
    given = [sys.executable, str(program)]
    with subprocess.Popen(given, cwd=ROOT, stdout=PIPE, stderr=PIPE, start_new_session=True) as begun:
        assert begun.stdout is not None
        try:
            assert begun.stdout.readline() == b"begun\n"
            os.killpg(begun.pid, signal.SIGINT)
            _said, error = begun.communicate(timeout=20)
        finally:
            if begun.poll() is None:
                os.killpg(begun.pid, signal.SIGKILL)
    assert (begun.returncode, error) == (130, b"")


PRESSED = """
import sys
from symtrack.__main__ import main

class Pressed:
    def find_spec(self, name, *_given):
        if name == module:
            raise KeyboardInterrupt

module, sys.argv[1] = sys.argv[1], "rules"
sys.meta_path.insert(0, Pressed())
main()
"""


@pytest.mark.parametrize("module", ["symtrack.private", "symtrack.i18n", "symtrack.cli.start", "click"])
def test_ctrl_c_is_quiet_from_the_beginning(module: str) -> None:
    """Also while the program is still being read from the disk, which is when a slip is noticed."""
    given = [sys.executable, "-c", PRESSED, module]
    called = subprocess.run(given, cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (called.returncode, called.stdout, called.stderr) == (130, b"", b"")
