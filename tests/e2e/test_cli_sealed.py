"""A diary with a passphrase, two copies of it, and a folder that they share: with the installed command."""

import json
import os
import stat
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from tests.e2e.command import COMMAND, done, made_once, objects, refused, symtrack

DAY = "2026-05-14"
NOTE = "PLANTED WORDS"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A file with a passphrase, as an editor leaves it."""
    path = tmp_path / "words"
    path.write_text("geese at noon – 鹅\r\n", encoding="utf-8")
    return path


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return made_once(tmp_path / "diary.symtrack", plain)


def plain(path: Path) -> None:
    done("add", "-d", path, "pain=6", "--day", DAY, "--note", NOTE)


def sealed(path: Path) -> None:
    """The same, with a passphrase and two answers more, of which one is a point to talk about."""
    plain(path)
    words = path.with_name("words")
    seal(path, words)
    done("add", "-d", path, "nausea=1", "--passphrase-file", words)
    done("add", "-d", path, "pain=9", "--day", DAY, "--passphrase-file", words)


def seal(diary: Path, words: Path) -> str:
    """The recovery code that sealing it gave."""
    (said,) = objects(done("passphrase", "--set", "-d", diary, "--new-passphrase-file", words))
    assert said["sealed"] is True
    return str(said["recovery_code"])


def exported(diary: Path, words: Path | None = None) -> str:
    return done("export", "--format", "json", "-d", diary, *(("--passphrase-file", words) if words else ()))


def planted(*folders: Path) -> list[Path]:
    """The files in which the note can be read."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in files if NOTE.encode() in path.read_bytes()]


def test_sealed_it_opens_with_the_passphrase_alone(diary: Path, words: Path, tmp_path: Path, own_home: Path) -> None:
    """Everything is as it was; without the passphrase, or with another, there is one sentence and no change."""
    before = exported(diary)
    done("backup", "-d", diary)
    seal(diary, words)
    assert planted(tmp_path, own_home) == []
    raw = diary.read_bytes()
    assert "--passphrase-file" in refused("show", "-d", diary)
    other = tmp_path / "other"
    other.write_text("geese at one")
    assert refused("show", "-d", diary, "--passphrase-file", other).startswith("That passphrase does not open")
    assert refused("add", "pain=3", "-d", diary, "--passphrase-file", other).startswith("That passphrase does not open")
    assert diary.read_bytes() == raw
    assert exported(diary, words) == before
    text = words.read_text(encoding="utf-8").strip()
    assert done("export", "--format", "json", "-d", diary, SYMTRACK_PASSPHRASE=text) == before
    (facts,) = objects(done("info", "--json", "-d", diary, "--passphrase-file", words))
    assert facts["sealed"] is True


@pytest.mark.parametrize(
    "given",
    [
        ("add", "pain=3", "--day", DAY),
        ("show", "--json"),
        ("flags",),
        ("info",),
        ("check",),
        ("set", "name=Ann"),
        ("mark", "very-high-today", "pain", "--raised", DAY, "--as", "known"),
        ("undo",),
        ("backup",),
        ("export", "--format", "csv"),
        ("report", "-o", "summary.pdf"),
    ],
)
def test_every_command_takes_the_passphrase(
    given: tuple[str, ...], words: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the command, before it, or from the environment."""
    diary = made_once(tmp_path / "diary.symtrack", sealed)
    monkeypatch.chdir(tmp_path)
    done(*given, "-d", diary, "--passphrase-file", words)
    done("--passphrase-file", words, *given, "-d", diary)


def test_a_changed_and_a_removed_passphrase(diary: Path, words: Path, tmp_path: Path, own_home: Path) -> None:
    """The copies go along each time, and each code opens what it was printed for."""
    before = exported(diary)
    done("backup", "-d", diary)
    seal(diary, words)
    new = tmp_path / "new"
    new.write_text("three blue geese")
    done("passphrase", "--change", "-d", diary, "--passphrase-file", words, "--new-passphrase-file", new)
    refused("show", "-d", diary, "--passphrase-file", words)
    done("restore", next((own_home / "Documents").rglob("*.symtrack")), "-d", diary, "--passphrase-file", new)
    assert exported(diary, new) == before
    done("passphrase", "--remove", "-d", diary, "--passphrase-file", new)
    assert exported(diary) == before
    assert len(planted(own_home)) == 1


def test_the_recovery_code_opens_it_and_gives_it_a_new_passphrase(diary: Path, words: Path, tmp_path: Path) -> None:
    """A code with a wrong letter is refused with the group that it is in."""
    code, file, new = seal(diary, words), tmp_path / "code", tmp_path / "new"
    file.write_text(code.lower())
    new.write_text("three blue geese\n")
    before = exported(diary, words)
    (said,) = objects(done("recover", "-d", diary, "--code-file", file))
    assert said["opens"] is True
    (said,) = objects(done("recover", "-d", diary, "--code-file", file, "--new-passphrase-file", new))
    assert said["recovery_code"] != code
    assert exported(diary, new) == before
    refused("recover", "-d", diary, "--code-file", file)
    file.write_text("U" + code[1:])
    assert "Group 1" in refused("recover", "-d", diary, "--code-file", file)


def test_what_can_not_be_meant_is_one_sentence(diary: Path, words: Path, tmp_path: Path) -> None:
    """A plain diary has no passphrase to change, a sealed one has one already, and an empty file holds none."""
    empty = tmp_path / "empty"
    empty.write_text("")
    raw = diary.read_bytes()
    refused("passphrase", "--change", "-d", diary, "--new-passphrase-file", words)
    refused("passphrase", "--remove", "-d", diary)
    refused("passphrase", "--set", "-d", diary, "--new-passphrase-file", empty)
    refused("passphrase", "--set", "-d", diary, "--new-passphrase-file", tmp_path / "none")
    refused("passphrase", "--set", "-d", diary)
    assert diary.read_bytes() == raw
    seal(diary, words)
    refused("passphrase", "--set", "-d", diary, "--passphrase-file", words, "--new-passphrase-file", words)
    refused("show", "-d", words)
    assert symtrack("passphrase", "-d", diary).returncode == 2
    assert symtrack("passphrase", "--remove", "-d", diary, "--new-passphrase-file", words).returncode == 2
    refused("merge", "", "-d", diary, "--passphrase-file", words)
    refused("sync", "", "-d", diary, "--passphrase-file", words)


def test_a_diary_that_begins_with_a_passphrase_is_sealed_from_the_first_byte(tmp_path: Path, own_home: Path) -> None:
    """Where one is set and there is no diary yet."""
    path = tmp_path / "new.symtrack"
    done("add", "-d", path, "pain=3", "--note", NOTE, SYMTRACK_PASSPHRASE="geese")
    assert planted(tmp_path, own_home) == []
    assert len(objects(done("show", "--json", "-d", path, SYMTRACK_PASSPHRASE="geese"))) == 1


def test_two_copies_become_one_by_merging(diary: Path, words: Path, tmp_path: Path) -> None:
    """Both ways and twice: the exports are the same, a second time nothing is new, the passphrases may differ."""
    other = tmp_path / "other.symtrack"
    done("backup", "-d", diary, other)
    done("passphrase", "--set", "-d", other, "--new-passphrase-file", words)
    done("add", "-d", other, "nausea=3", "--day", DAY, "--by", "caregiver:son", "--passphrase-file", words)
    done("add", "-d", diary, "fatigue=4", "--day", DAY)
    for new in (1, 0):
        (said,) = objects(done("merge", "-d", diary, other, "--other-passphrase-file", words))
        assert said["new"]["ratings"] == new
        done("merge", "-d", other, diary, "--passphrase-file", words)
    assert exported(diary) == exported(other, words)


def test_a_shared_folder_makes_two_copies_one(diary: Path, words: Path, tmp_path: Path) -> None:
    """Sealed with one passphrase here and none there; nothing in the folder can be read, and a half file waits."""
    other, folder = tmp_path / "other.symtrack", tmp_path / "shared"
    folder.mkdir()
    done("backup", "-d", diary, other)
    seal(diary, words)
    done("add", "-d", other, "nausea=3", "--day", DAY)
    for _turn in range(2):
        done("sync", folder, "-d", diary, "--passphrase-file", words)
        done("sync", folder, "-d", other)
    assert exported(diary, words) == exported(other)
    assert planted(folder) == []
    done("add", "-d", other, "fatigue=3", "--day", DAY)
    known = set(folder.iterdir())
    done("sync", folder, "-d", other)
    (new,) = set(folder.iterdir()) - known
    whole = new.read_bytes()
    new.write_bytes(whole[:-5000])
    (said,) = objects(done("sync", folder, "-d", diary, "--passphrase-file", words))
    assert (said["came"], said["waiting"]) == (0, [new.name])
    new.write_bytes(whole)
    (said,) = objects(done("sync", folder, "-d", diary, "--passphrase-file", words))
    assert (said["came"], said["waiting"]) == (1, [])
    assert exported(diary, words) == exported(other)
    assert known < set(folder.iterdir())
    assert "is not there" in refused("sync", tmp_path / "gone", "-d", other)


def test_what_is_made_is_for_its_owner_alone(tmp_path: Path, own_home: Path) -> None:
    """Files 0600 and folders 0700, whatever the system’s usual rights are."""
    diary = tmp_path / "diary.symtrack"
    plain(diary)
    done("backup", "-d", diary)
    done("export", "--format", "csv", "-o", tmp_path / "out.csv", "-d", diary)
    done("report", "-o", tmp_path / "out.pdf", "-d", diary)
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    done("sync", folder, "-d", diary)
    made = [diary, tmp_path / "out.csv", tmp_path / "out.pdf", *folder.iterdir(), *own_home.rglob("*")]
    assert len(made) > 6
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in made}
    assert {name: oct(mode) for name, mode in rights.items() if mode not in {0o600, 0o700}} == {}


def test_the_copy_of_the_data_says_everything_but_where_it_was(diary: Path, words: Path) -> None:
    """A sealed diary exports like a plain one: no path, no passphrase."""
    seal(diary, words)
    found = json.loads(exported(diary, words))
    assert {row["text"] for row in found["events"]} == {NOTE}
    assert str(diary) not in json.dumps(found)


def test_a_code_for_a_diary_without_a_passphrase_is_one_sentence(diary: Path, words: Path, tmp_path: Path) -> None:
    """A sheet of another diary neither opens a plain one nor seals it."""
    other, code = tmp_path / "other.symtrack", tmp_path / "code"
    done("backup", "-d", diary, other)
    code.write_text(seal(other, words))
    raw = diary.read_bytes()
    refused("recover", "-d", diary, "--code-file", code)
    refused("recover", "-d", diary, "--code-file", code, "--new-passphrase-file", words)
    assert diary.read_bytes() == raw


def test_two_computers_with_the_same_passphrase_need_it_once(diary: Path, words: Path, tmp_path: Path) -> None:
    """Each sealed it by itself, so their keys differ. Without any, the sentence names the option."""
    other = tmp_path / "other.symtrack"
    done("backup", "-d", diary, other)
    seal(other, words)
    done("add", "-d", other, "nausea=3", "--day", DAY, "--passphrase-file", words)
    assert "--other-passphrase-file" in refused("merge", "-d", diary, other)
    seal(diary, words)
    done("merge", "-d", diary, other, "--passphrase-file", words)
    assert exported(diary, words) == exported(other, words)


def test_set_and_remove_at_once_is_neither(diary: Path, words: Path) -> None:
    """The last one does not quietly win."""
    seal(diary, words)
    called = symtrack("passphrase", "--set", "--remove", "-d", diary, "--passphrase-file", words)
    assert (called.returncode, b"One of" in called.stderr) == (2, True)
    assert "sealed" in refused("show", "-d", diary)


def test_who_thinks_better_of_it_while_asked_hears_of_no_mistake(diary: Path, words: Path) -> None:
    """Asked for the passphrase on a terminal, Ctrl+D just ends the call."""
    seal(diary, words)
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [COMMAND, "show", "-d", diary], stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True
    ) as called:
        os.close(theirs)
        said = b""
        while b"Passphrase" not in said:
            said += os.read(ours, 1000)
        os.write(ours, b"\x04")
        assert called.stdout is not None
        assert called.stdout.read() == b""
        assert called.wait(60) == 130
    with suppress(OSError):  # Linux says that nobody is at the other end.
        said += os.read(ours, 1000)
    os.close(ours)
    assert b"did not work" not in said
