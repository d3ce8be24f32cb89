"""What keeps a diary, with the installed command: copies, restoring, erasing for good, checking."""

import json
import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from symtrack import paths
from symtrack.diary.rows import Rating
from symtrack.settings import Preferences
from symtrack.store import DiaryStore, lock
from tests.e2e.command import done, objects, refused, symtrack

DAY = "2026-05-14"


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary.symtrack"
    done("add", "-d", path, "pain=6", "--day", DAY, "--note", "SECRET of Thursday")
    return path


def scores(diary: Path) -> list[int | None]:
    return [rating["score"] for day in objects(done("show", "-d", diary, "--json")) for rating in day["ratings"]]


def exported(diary: Path) -> str:
    return done("export", "--format", "json", "-d", diary)


def copy_of_today(diary: Path) -> Path:
    (said,) = objects(done("backup", "-d", diary))
    return Path(said["backup"])


def tampered(diary: Path, *statements: str) -> None:
    """Does what a person with a database tool can do."""
    other = sqlite3.connect(diary)
    guards = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        other.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        other.execute(statement)
    for _name, sql in guards:
        other.execute(sql)
    other.commit()
    other.close()


def test_a_copy_is_a_diary_of_its_own_that_opens(diary: Path, tmp_path: Path) -> None:
    """It holds the same to the byte, and can be made again over itself."""
    copy = tmp_path / "copy.symtrack"
    for _time in range(2):
        assert objects(done("backup", "-d", diary, copy)) == [{"backup": str(copy)}]
        assert exported(copy) == exported(diary)
        done("add", "-d", diary, "nausea=2", "--day", DAY)


def test_the_usual_copy_lies_in_the_folder_for_copies_and_info_names_it(diary: Path) -> None:
    """Without a name it goes where people look for their papers; a second one today takes its place."""
    assert json.loads(done("info", "-d", diary, "--json"))["last_backup"] is None
    copy = copy_of_today(diary)
    assert "Documents" in copy.parts
    assert copy_of_today(diary) == copy
    last = json.loads(done("info", "-d", diary, "--json"))["last_backup"]
    assert (last["path"], last["day"] in copy.name) == (str(copy), True)
    assert str(copy) in done("info", "-d", diary)
    assert len(list(copy.parent.iterdir())) == 1


def test_the_folder_for_copies_is_the_one_that_was_chosen(diary: Path, tmp_path: Path) -> None:
    """In the window's settings; `backup`, `info` and `erase` know it too."""
    folder = tmp_path / "chosen"
    Preferences(backup_folder=str(folder)).write(paths.settings_file())
    copy = copy_of_today(diary)
    assert copy.parent == folder
    assert str(copy) in done("info", "-d", diary)
    (day,) = objects(done("show", "-d", diary, "--json"))
    assert str(copy) in symtrack("erase", day["events"][0]["id"], "-d", diary).stderr.decode()
    assert b"SECRET" not in copy.read_bytes()


def test_a_copy_that_holds_more_than_the_diary_is_kept(diary: Path, tmp_path: Path) -> None:
    """After going back to an older copy, today's later copy is the only one that has the rest."""
    older = tmp_path / "older.symtrack"
    done("backup", "-d", diary, older)
    done("add", "-d", diary, "pain=4", "--day", DAY)
    copy = copy_of_today(diary)
    done("restore", older, "-d", diary)
    assert copy_of_today(diary) == copy
    (kept,) = set(copy.parent.iterdir()) - {copy}
    assert (scores(copy), scores(kept)) == ([6], [4])


def test_something_else_is_never_written_over(diary: Path, tmp_path: Path) -> None:
    """Another person's diary, a paper, the diary itself, a folder: one sentence, and all stay as they are."""
    other, paper = tmp_path / "other.symtrack", tmp_path / "paper.pdf"
    done("add", "-d", other, "pain=9", "--day", DAY)
    paper.write_bytes(b"%PDF-1.7")
    before = [path.read_bytes() for path in (diary, other, paper)]
    for target in (other, paper, diary, tmp_path):
        refused("backup", "-d", diary, target)
    assert [path.read_bytes() for path in (diary, other, paper)] == before
    assert sorted(tmp_path.iterdir()) == sorted([diary, other, paper])


def test_restoring_keeps_and_names_what_was_there(diary: Path, tmp_path: Path) -> None:
    """The copy takes the diary's place, and the diary goes on under a second name."""
    copy = tmp_path / "copy.symtrack"
    done("backup", "-d", diary, copy)
    done("add", "-d", diary, "pain=2", "--day", DAY)
    called = symtrack("restore", copy, "-d", diary)
    (said,) = objects(called.stdout.decode())
    assert said["restored"] == str(diary)
    assert (scores(diary), scores(Path(said["aside"]))) == ([6], [2])
    assert said["aside"] in called.stderr.decode()


@pytest.mark.parametrize("left", [None, b"", b"SQLite format 3\0" + b"\x7f" * 4000, b"not any more"])
def test_a_diary_that_is_gone_or_damaged_can_be_restored(diary: Path, tmp_path: Path, left: bytes | None) -> None:
    """What is left of it is kept, if only for somebody who can mend it."""
    copy = tmp_path / "copy.symtrack"
    done("backup", "-d", diary, copy)
    diary.unlink()
    if left is not None:
        diary.write_bytes(left)
    (said,) = objects(done("restore", copy, "-d", diary))
    assert scores(diary) == [6]
    assert (Path(said["aside"]).read_bytes() if said["aside"] else None) == left


def test_what_is_no_good_copy_of_this_diary_is_not_restored(diary: Path, tmp_path: Path) -> None:
    """Another person's, a damaged one, none, the diary itself: one sentence, and the diary as it was."""
    other, bad = tmp_path / "other.symtrack", tmp_path / "bad.symtrack"
    done("add", "-d", other, "pain=9", "--day", DAY)
    done("backup", "-d", diary, bad)
    raw = bytearray(bad.read_bytes())
    raw[4096:8192] = b"\x55" * 4096
    bad.write_bytes(raw)
    before = exported(diary)
    for source in (other, bad, tmp_path / "none.symtrack", diary, tmp_path):
        refused("restore", source, "-d", diary)
    assert exported(diary) == before
    assert sorted(tmp_path.iterdir()) == sorted([diary, other, bad])


def test_nothing_is_restored_under_an_open_window(diary: Path, tmp_path: Path) -> None:
    """A window that holds the diary is asked to be closed first."""
    import fcntl

    copy = tmp_path / "copy.symtrack"
    done("backup", "-d", diary, copy)
    held = lock.file_of(diary)
    held.parent.mkdir(parents=True)
    with held.open("wb") as window:
        fcntl.flock(window, fcntl.LOCK_EX)
        assert "open in a window" in refused("restore", copy, "-d", diary)
    done("restore", copy, "-d", diary)


def test_what_is_erased_is_in_no_file_any_more(diary: Path, tmp_path: Path) -> None:
    """Not in the diary, not in its copies, whatever they are called; and each copy is named."""
    (day,) = objects(done("show", "-d", diary, "--json"))
    note = day["events"][0]["id"]
    beside, usual = tmp_path / "a copy", copy_of_today(diary)
    done("backup", "-d", diary, beside)
    called = symtrack("erase", note, "-d", diary)
    assert (called.returncode, objects(called.stdout.decode())) == (0, [{"erased": [note]}])
    said = called.stderr.decode()
    assert (str(beside) in said, str(usual) in said, "papers" in said) == (True, True, True)
    files = [*tmp_path.iterdir(), *usual.parent.iterdir()]
    assert [path for path in files if b"SECRET" in path.read_bytes()] == []
    assert (scores(diary), scores(beside)) == ([6], [6])
    done("check", "-d", diary)


def test_a_copy_that_can_not_be_renewed_is_named(diary: Path) -> None:
    """It is erased from the diary, and exit 1 says that a copy may still hold it."""
    (day,) = objects(done("show", "-d", diary, "--json"))
    copy = copy_of_today(diary)
    copy.write_bytes(copy.read_bytes()[:5000])
    called = symtrack("erase", day["events"][0]["id"], "-d", diary)
    assert (called.returncode, str(copy) in called.stderr.decode()) == (1, True)
    assert b"Traceback" not in called.stderr


def test_one_unknown_id_and_nothing_is_erased(diary: Path) -> None:
    """All or nothing; and without any id it is a mistake of the script."""
    (day,) = objects(done("show", "-d", diary, "--json"))
    before = exported(diary)
    refused("erase", day["events"][0]["id"], "01a20b48-78a4-73be-bfdc-65149b29d1e0", "-d", diary)
    assert exported(diary) == before
    assert symtrack("erase", "-d", diary).returncode == 2


def test_a_whole_diary_has_nothing_wrong_with_it(diary: Path) -> None:
    """Exit 0, no findings, with a copy to compare with and without."""
    called = symtrack("check", "-d", diary)
    assert (called.returncode, called.stdout) == (0, b"")
    assert called.stderr.decode().startswith("Nothing is wrong")
    copy_of_today(diary)
    assert objects(done("check", "-d", diary, "--json")) == [{"findings": []}]


def found(diary: Path) -> list[str]:
    called = symtrack("check", "-d", diary)
    assert (called.returncode, b"Traceback" in called.stderr) == (1, False), called.stderr.decode()
    findings = called.stdout.decode().splitlines()
    assert all(sentence.endswith((".", "?")) for sentence in findings), findings
    return findings


def test_a_value_that_was_changed_by_hand_is_found(diary: Path) -> None:
    """The guards were put back, and the score is a possible one: the copy tells."""
    copy = copy_of_today(diary)
    tampered(diary, "UPDATE rating SET score = 1")
    (sentence,) = found(diary)
    assert ("changed by hand" in sentence, str(copy) in sentence) == (True, True)


def test_a_diary_that_was_rolled_back_is_found(diary: Path) -> None:
    """Rows that the copy has are gone."""
    copy_of_today(diary)
    tampered(diary, "DELETE FROM event")
    (sentence,) = found(diary)
    assert "rolled back: it lacks 1 row" in sentence


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE event SET text = NULL, body = '{}'", "can't be right"),
        ("UPDATE event SET text = CAST(x'ff41' AS TEXT)", "damaged"),
        ("UPDATE rating SET item = 'payn'", "payn"),
        ("DROP VIEW current_setting", "current_setting"),
        ("DROP INDEX rating_by_day", "rating_by_day"),
        ("CREATE TABLE songs (title)", "songs"),
        ("DELETE FROM diary", "which diary"),
    ],
)
def test_what_breaks_a_rule_is_found_without_any_copy(diary: Path, statement: str, named: str) -> None:
    """A row that says nothing, bytes that are no text, an item that there is not, a part that is missing or strange."""
    tampered(diary, statement)
    assert named in " ".join(found(diary))


@pytest.mark.parametrize("damaged", [(4096, 8192), (0, 100), (100, 4096)])
def test_a_damaged_page_is_found_and_the_last_good_copy_is_named(diary: Path, damaged: tuple[int, int]) -> None:
    """Whether the diary can still be opened or not."""
    copy = copy_of_today(diary)
    raw = bytearray(diary.read_bytes())
    raw[slice(*damaged)] = b"\x55" * (damaged[1] - damaged[0])
    diary.write_bytes(raw)
    called = symtrack("check", "--json", "-d", diary)
    (said,) = objects(called.stdout.decode())
    assert (called.returncode, len(said["findings"]) > 0) == (1, True)
    assert str(copy) in called.stderr.decode()


def test_a_damaged_copy_is_found(diary: Path) -> None:
    """It would be of no use on the day on which it is needed."""
    copy = copy_of_today(diary)
    copy.write_bytes(copy.read_bytes()[:5000])
    assert str(copy) in " ".join(found(diary))


@pytest.mark.parametrize(
    "given", [("backup",), ("backup", "copy"), ("restore", "none"), ("erase", "x"), ("check",), ("check", "--json")]
)
def test_where_there_is_no_diary_none_is_made(given: tuple[str, ...], tmp_path: Path) -> None:
    """One sentence, exit 1, and no file."""
    refused(*given, "-d", tmp_path / "none.symtrack")
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_while_another_program_has_the_diary_open(diary: Path) -> None:
    """Both write, and each sees what the other wrote."""
    with DiaryStore.open(diary) as window:
        seen = window.version()
        done("add", "-d", diary, "pain=9", "--day", DAY)
        assert window.version() != seen
        assert [rating.score for rating in window.ratings(date.min, date.max)] == [9]
        window.add(Rating(day=date.fromisoformat(DAY), item="pain", score=3))
        assert scores(diary) == [3]
        copy_of_today(diary)


def test_a_folder_for_copies_that_can_not_be_made_is_one_sentence(diary: Path) -> None:
    """A file stands where the folder should be."""
    (Path(os.environ["HOME"]) / "Documents").write_text("x")
    refused("backup", "-d", diary)
