"""What leaves a diary and enters it through the installed command, and what it says about itself."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.e2e.command import COMMAND, done, objects, refused, symtrack


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary.symtrack"


def test_a_demo_goes_out_and_in_again(tmp_path: Path) -> None:
    """The same seed is the same diary to the byte; JSON copies it; CSV gives the same points."""
    one, two, copy = (tmp_path / name for name in ("one", "two", "copy"))
    for path in (one, two):
        done("demo", "-d", path, "--days", "90", "--seed", "3", "--until", "2026-06-30")
    exported = tmp_path / "all.json"
    done("export", "-d", one, "--format", "json", "-o", exported)
    assert done("export", "-d", two, "--format", "json").encode() == exported.read_bytes()
    for _turn in (1, 2):
        done("import", "-d", copy, exported)
    assert done("export", "-d", copy, "--format", "json").encode() == exported.read_bytes()
    table = tmp_path / "days.csv"
    done("export", "-d", one, "--format", "csv", "-o", table, "--to", "2026-06-30")
    known = {
        (flag["raised"], flag["rule"], *flag["items"])
        for flag in objects(done("flags", "-d", one, "--all", "--on", "2026-06-30", "--json"))
    }
    assert known
    assert known == {
        (flag["raised"], flag["rule"], *flag["items"])
        for flag in objects(done("flags", table, "--all", "--on", "2026-06-30", "--json"))
    }


def test_an_import_says_what_it_adds_and_skips(tmp_path: Path, diary: Path) -> None:
    """All or nothing, a second time nothing; --dry-run writes nothing."""
    table = tmp_path / "numbers.csv"
    table.write_text("day;pain;event\n2026-05-13;3;\n2026-05-14;11;cycle\n")
    assert "Line 3" in refused("import", "-d", diary, table)
    table.write_text("day;pain;event\n2026-05-13;3;\n2026-05-14;8;cycle\n")
    (trial,) = objects(done("import", "-d", diary, table, "--dry-run"))
    assert (trial["added"], diary.exists()) == ({"ratings": 2, "events": 1}, False)
    (first,) = objects(done("import", "-d", diary, table))
    (second,) = objects(done("import", "-d", diary, table, "--format", "csv"))
    assert (first["added"], second["added"]) == ({"ratings": 2, "events": 1}, {"ratings": 0, "events": 0})
    assert second["skipped"] == {"same": 3, "different": 0}
    refused("import", "-d", diary, table, "--format", "fhir")


def test_another_apps_file_comes_in_as_the_person_says(tmp_path: Path, diary: Path) -> None:
    """What is not sure is left out and offered; --map and --days say what it is; undo takes all of it back."""
    table = tmp_path / "other app.csv"
    table.write_text("Date;Pain;Mood;Steps\n03/04/2025;3;5;900\n05/04/2025;4;1;800\n", encoding="utf-8")
    assert "--days" in refused("import", "-d", diary, table)
    (trial,) = objects(done("import", "-d", diary, table, "--days", "dmy", "--dry-run"))
    assert (trial["read"], trial["taken"], diary.exists()) == (6, {}, False)
    assert trial["offered"]["Mood"] == ["Mood=low_mood:0-5:better"]
    assert [(out["subject"], out["count"]) for out in trial["left_out"]] == [("Pain", 2), ("Mood", 2), ("Steps", 2)]
    said = ("--days", "dmy", "--map", "Pain=pain:0-4", "--map", "Mood=low_mood:1-5:better", "--map", "Steps=out")
    (first,) = objects(done("import", "-d", diary, table, *said))
    assert (first["taken"], first["items"]) == ({"Pain": 2, "Mood": 2}, {"pain": 2, "low_mood": 2})
    assert (first["first"], first["last"]) == ("2025-04-03", "2025-04-05")
    days = objects(done("show", "-d", diary, "--from", "2025-04-01", "--to", "2025-04-30", "--json"))
    assert [[rating["score"] for rating in day["ratings"]] for day in days] == [[8, 0], [10, 10]]
    (again,) = objects(done("import", "-d", diary, table, *said))
    assert again["added"] == {"ratings": 0, "events": 0}
    done("undo", "-d", diary)
    assert objects(done("show", "-d", diary, "--json")) == []


def test_the_rules_and_the_diary_describe_themselves(diary: Path) -> None:
    """One JSON object a rule; one about the diary; and both in words."""
    rules = objects(done("rules", "--json"))
    keys = ["key", "kind", "urgency", "shown", "criterion", "text", "question", "source"]
    assert [list(rule) for rule in rules] == [keys] * len(rules)
    assert "severe-days" in {rule["key"] for rule in rules}
    assert "severe-days" in done("rules")
    done("add", "-d", diary, "pain=3", "--day", "2026-05-14", "--by", "caregiver:Eva")
    (facts,) = objects(done("info", "-d", diary, "--json"))
    assert (facts["first"], facts["last"], facts["days"]) == ("2026-05-14", "2026-05-14", 1)
    assert (facts["voices"], facts["sealed"], facts["rows"]["rating"]) == (["caregiver:Eva"], False, 1)
    assert "2026-05-14" in done("info", "-d", diary)


def test_a_reader_that_stops_early_is_no_error(diary: Path) -> None:
    """`symtrack show --json | head -1` says nothing about the pipe."""
    done("demo", "-d", diary, "--until", "2026-06-30")
    with subprocess.Popen(
        [COMMAND, "show", "-d", diary, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


def test_the_summary_is_a_pdf_where_it_was_asked_for(diary: Path, tmp_path: Path) -> None:
    """In both sizes of paper; nothing on standard output, and the sentence beside it says where the file is."""
    done("demo", "-d", diary, "--until", "2026-06-30")
    for paper in ("a4", "letter"):
        summary = tmp_path / f"{paper}.PDF"
        called = symtrack("report", "-d", diary, "-o", summary, "--to", "2026-06-30", "--paper", paper)
        assert (called.returncode, called.stdout, str(summary) in called.stderr.decode()) == (0, b"", True)
        assert summary.read_bytes().startswith(b"%PDF")


def test_everything_goes_along_in_one_zip(tmp_path):
    """The diary's file opens, its JSON is what “export” gives, and without a file's name nothing is made."""
    diary, packed = tmp_path / "demo.symtrack", tmp_path / "all.zip"
    done("demo", "-d", diary, "--days", "30")
    refused("export", "--format", "everything", "-d", diary)
    done("export", "--format", "everything", "-o", packed, "-d", diary)
    with zipfile.ZipFile(packed) as found:
        names, content = found.namelist(), found.read("diary.json").decode()
        found.extract("diary.symtrack", tmp_path)
    assert names == ["read-me.txt", "diary.symtrack", "diary.json", "diary.csv", "summary.pdf"]
    assert content == done("export", "--format", "json", "-d", tmp_path / "diary.symtrack")
