"""What is entered with the installed command: recorded, acknowledged, corrected, taken back."""

import json
import os
import subprocess
from datetime import date, timedelta
from pathlib import Path
from threading import Timer

import pytest

from tests.e2e.command import COMMAND, done, objects, symtrack


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary.symtrack"


def test_a_day_is_recorded_shown_corrected_and_taken_back(diary: Path) -> None:
    """add, show, undo: ids in the order given, what counts alone, and the former value again after undo."""
    (said,) = objects(done("add", "-d", diary, "pain=7", "nausea=unwell", "--note", "=1+1 é", "--day", "2026-05-14"))
    done("add", "-d", diary, "pain=9", "--day", "2026-05-14", "--time", "15:30", "--typed-by", "Eva")
    (corrected,) = objects(done("add", "-d", diary, "pain=4", "--day", "2026-05-14"))
    (day,) = objects(done("show", "-d", diary, "--json"))
    saved = said["saved"]
    assert isinstance(saved, list)
    assert (said["day"], list(day), len(saved)) == ("2026-05-14", ["day", "ratings", "events"], 3)
    late = (date.today() - date(2026, 5, 14)).days
    ratings = {(rating["item"], rating["time"]): rating for rating in day["ratings"]}
    assert ratings["nausea", None] | {"late_days": 0} == {
        "id": saved[1],
        "item": "nausea",
        "score": None,
        "time": None,
        "reason": "unwell",
        "voice": "patient",
        "entered_by": None,
        "late_days": 0,
    }
    assert ratings["nausea", None]["late_days"] in {late - 1, late}
    assert (ratings["pain", None]["score"], ratings["pain", "15:30"]["entered_by"]) == (4, "Eva")
    assert day["events"] == [
        {
            "id": saved[2],
            "kind": "note",
            "time": None,
            "until": None,
            "text": "=1+1 é",
            "body": {},
            "voice": "patient",
        }
    ]
    assert objects(done("undo", "-d", diary)) == [{"undone": corrected["saved"][0]}]
    (day,) = objects(done("show", "-d", diary, "--json", "--from", "2026-05-14", "--to", "2026-05-14"))
    assert [rating["score"] for rating in day["ratings"] if rating["item"] == "pain" and not rating["time"]] == [7]
    table = done("show", "-d", diary, LC_ALL="C")
    assert ["too unwell to answer" in table, "Note: =1+1 é" in table] == [True, True]


def test_a_thousand_lines_are_each_acknowledged(diary: Path) -> None:
    """In their order; two bad ones among them are named with their numbers, and the others go on."""
    first = date(2023, 1, 1)
    lines = [json.dumps({"day": str(first + timedelta(days=k)), "pain": k % 11}) for k in range(1000)]
    lines[500:500] = ["{broken", "", '{"pain": 7.5}']
    called = symtrack("add", "-d", diary, "--jsonl", "-", stdin="\n".join(lines).encode())
    saved = objects(called.stdout.decode())
    assert [said["day"] for said in saved] == [str(first + timedelta(days=k)) for k in range(1000)]
    assert (called.returncode, called.stderr.count(b"\n")) == (1, 2)
    assert [b"501" in called.stderr, b"503" in called.stderr] == [True, True]
    assert len(objects(done("show", "-d", diary, "--json"))) == 1000


def test_an_acknowledged_line_is_in_the_file_while_the_stream_goes_on(diary: Path) -> None:
    """Whoever sends lines may rely on each answer, before the next line and before the end."""
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        [COMMAND, "add", "-d", diary, "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=buffered
    ) as running:
        patience = Timer(10, running.kill)
        patience.start()
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b'{"event": "note", "day": "2026-05-14", "text": "\xc3\xa9"}\n')
        running.stdin.flush()
        (said,) = objects(running.stdout.readline().decode())
        (day,) = objects(done("show", "-d", diary, "--json"))
        running.kill()
        patience.cancel()
    assert [event["id"] for event in day["events"]] == said["saved"]
    assert day["events"][0]["text"] == "é"


def test_the_diary_is_where_the_system_says(tmp_path: Path, own_home: Path) -> None:
    """Without -d it is the usual one; SYMTRACK_DIARY names another."""
    done("add", "pain=3")
    assert [path.name for path in own_home.rglob("*.symtrack")] == ["diary.symtrack"]
    done("add", "pain=3", SYMTRACK_DIARY=str(tmp_path / "mine"))
    assert (tmp_path / "mine").exists()


def test_a_question_of_ones_own_is_one_everywhere(diary: Path, tmp_path: Path) -> None:
    """Set, answered, shown by its name, exported, and the same in another diary that takes the export in."""
    done("set", "-d", diary, 'item.own.itching={"name": "Itchy skin", "high": "Unbearable"}', "items=pain,own.itching")
    done("add", "-d", diary, "pain=2", "own.itching=7", "--day", "2026-05-14")
    done("add", "-d", diary, "--event", "goal", "item=own.itching", "value=3", "--day", "2026-05-14")
    done("set", "-d", diary, "items=pain")
    shown = done("show", "-d", diary)
    assert "Itchy skin" in shown
    assert "Level chosen for Itchy skin: 3" in shown
    done("check", "-d", diary)
    table = done("export", "-d", diary, "--format", "csv")
    assert "own.itching" in table.splitlines()[0].split(",")
    sheet, other = tmp_path / "sheet.csv", tmp_path / "other.symtrack"
    sheet.write_text(table, encoding="utf-8")
    done("import", "-d", other, sheet)
    (day,) = objects(done("show", "-d", other, "--json"))
    assert {rating["item"]: rating["score"] for rating in day["ratings"]} == {"pain": 2, "own.itching": 7}


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_call_whose_streams_are_closed_does_what_it_is_told(closed: str, diary: Path) -> None:
    """As some schedulers and programs call others; it is no failure, and nothing of the diary goes astray."""
    for given in (("add", "pain=3"), ("show", "--json")):
        line = f'exec "$0" "$@" {closed}'
        called = subprocess.run(["sh", "-c", line, str(COMMAND), *given, "-d", str(diary)], check=False, timeout=60)
        assert called.returncode == 0
    assert [rating["score"] for day in objects(done("show", "--json", "-d", diary)) for rating in day["ratings"]] == [3]


def test_a_disk_that_is_full_in_the_middle_names_the_line(diary: Path) -> None:
    """What was acknowledged is there; what is said to be lost is that line, and not those before it."""
    lines = "".join(json.dumps({"event": "note", "text": "x" * 3000}) + "\n" for _ in range(100))
    called = subprocess.run(
        ["sh", "-c", 'ulimit -f 500 && exec "$0" "$@"', str(COMMAND), "add", "--jsonl", "-", "-d", str(diary)],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    saved = [said["saved"][0] for said in objects(called.stdout)]
    assert (called.returncode, 0 < len(saved) < 100) == (1, True)
    assert called.stderr.startswith(f"Line {len(saved) + 1}: The disk ")
    assert [event["id"] for day in objects(done("show", "--json", "-d", diary)) for event in day["events"]] == saved
