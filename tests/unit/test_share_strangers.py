"""What strangers put into the shared folder: each thing is one sentence, and nothing of it is taken."""

import hashlib
import json
import os
from contextlib import closing
from pathlib import Path

import pytest

from symtrack.store import DiaryStore, changes, file
from symtrack.store.vault import KEY_BYTES, SALT_BYTES, Key
from tests.devices import WORDS, Device, content

NEVER = "01a20b48-78a4-73be-bfdc-65149b29d1e0"


def forged(folder: Path, raw: bytes) -> Path:
    """A change file with these bytes, under a name that says that they are all there."""
    path = folder / f"{NEVER}-{hashlib.sha256(raw).hexdigest()[:32]}{changes.SUFFIX}"
    path.write_bytes(raw)
    return path


def handmade(tmp: Path, folder: Path, key: Key | None, *statements: str) -> Path:
    """A change file made with these statements, sealed with the key."""
    new = tmp / "handmade"
    with closing(file.bare(new, "rwc", key and key.key(b"s" * SALT_BYTES))) as made:
        for statement in statements:
            made.execute(statement)
    raw = new.read_bytes()
    new.unlink()
    return forged(folder, raw)


def part(device: Device, *lines: tuple[str, str], version: int = 1, diary: str = "") -> tuple[str, ...]:
    """The statements that make a change file with these lines."""
    return (
        "CREATE TABLE part (version INTEGER, diary TEXT, writer TEXT)",
        'CREATE TABLE line (id TEXT, "table" TEXT, "values" TEXT)',
        f"INSERT INTO part VALUES ({version}, '{diary or device.store.id}', 'stranger')",
        *(
            f"""INSERT INTO line VALUES ('{n}', '{table}', '{values.replace("'", "''")}')"""
            for n, (table, values) in enumerate(lines)
        ),
    )


def row(**changed: object) -> tuple[str, str]:
    """A rating that a diary can hold, but for what is changed in it."""
    values = {
        "id": NEVER, "action": NEVER, "recorded_at": "2026-05-14T10:00:00.000+00:00", "voice": "patient",
        "entered_by": None, "replaces": None, "withdrawn": 0, "private": 0, "day": "2026-05-14", "time": None,
        "item": "pain", "score": 3, "reason": None,
    }  # fmt: skip
    return "rating", json.dumps(values | changed)


def note(**changed: object) -> tuple[str, str]:
    values = json.loads(row()[1]) | {"kind": "note", "until": None, "text": "x", "body": "{}"}
    for name in ("item", "score", "reason"):
        del values[name]
    return "event", json.dumps(values | changed)


HOSTILE = {
    "a score of 11": row(score=11),
    "half a score": row(score=3.5),
    "endless score": row(score=float("inf")),
    "a number too big": row(score=1 << 70),
    "an id that none can follow": row(id="ffffffff-ffff-7fff-bfff-ffffffffffff"),
    "an id of no hex": row(id="zzzzzzzz-zzzz-7zzz-zzzz-zzzzzzzzzzzz"),
    "an id that is a list": row(id=[1]),
    "an action that is no id": row(action="~"),
    "no moment": row(recorded_at="12:00"),
    "a year nought": row(day="0000-01-01"),
    "no item": row(item="<img src=x>"),
    "half a letter": row(entered_by="\ud800"),
    "no voice": row(voice="doctor"),
    "an unknown table": ("sqlite_master", row()[1]),
    "no JSON": ("rating", "{"),
    "no row": ("rating", "[]"),
    "a row without columns": ("rating", "{}"),
    "JSON without end": note(body='{"a":' * 900 + "1" + "}" * 900),
    "a day of letters": note(until="tomorrow"),
    "an erasure of nothing": ("redaction", json.dumps({"id": NEVER, "recorded_at": "x", "target": 5})),
}  # fmt: skip


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_rows_that_no_diary_can_hold_are_one_sentence(device, folder, tmp_path, line):
    """From a file that has the right key and hash: nothing of it is taken, all else is, and the diary is written on."""
    a, b = device("a"), device("b")
    a.note()
    a.sync()
    path = handmade(tmp_path, folder, a.store.share_keys()[0], *part(a, line))
    synced = b.sync()
    assert (len(synced.bad), b.said(), b.store.findings()) == (1, [WORDS], [])
    assert len(synced.bad[0].splitlines()) == 1
    assert b.note("still written")
    assert path.exists()


BROKEN = {
    "no tables": (),
    "empty tables": ("CREATE TABLE part (version, diary, writer)", 'CREATE TABLE line (id, "table", "values")'),
    "words for a version": (
        "CREATE TABLE part AS SELECT 'x' AS version, 1 AS diary, 2 AS writer",
        'CREATE TABLE line (id, "table", "values")',
    ),
    "views": ("CREATE VIEW part AS SELECT load_extension('x') AS version, 1 AS diary, 2 AS writer",),
}


@pytest.mark.parametrize("statements", BROKEN.values(), ids=BROKEN)
def test_a_sealed_file_that_is_no_change_file_is_one_sentence(device, folder, tmp_path, statements):
    """It has the key and the hash, and is something else."""
    a = device("a")
    handmade(tmp_path, folder, a.store.share_keys()[0], "CREATE TABLE other (x)", *statements)
    synced = a.sync()
    assert (synced.came, len(synced.bad)) == (0, 1)


def test_what_is_not_sealed_for_this_diary_is_never_read(device, folder, tmp_path):
    """Noise, a plain database, one with another key: each under a name that says that it is whole."""
    a = device("a")
    a.note("mine")
    forged(folder, os.urandom(8192))
    forged(folder, b"not a database")
    forged(folder, b"")
    handmade(tmp_path, folder, None, *part(a, row()))
    handmade(tmp_path, folder, Key(b"x" * KEY_BYTES, b""), *part(a, row()))
    synced = a.sync()
    assert (synced.came, len(synced.strange) + len(synced.bad), a.said()) == (0, 5, ["mine"])
    assert a.store.findings() == []


def test_a_file_with_the_key_and_another_diarys_rows_is_refused(device, folder, tmp_path):
    """Whatever it is called and however it is sealed."""
    a = device("a")
    handmade(tmp_path, folder, a.store.share_keys()[0], *part(a, row(), diary=NEVER))
    assert (a.sync().came, len(a.sync().bad)) == (0, 1)


def test_a_file_of_another_diary_is_left_alone(device, folder, tmp_path):
    """Two people share one folder: each reads their own, and is told of the other's."""
    a = device("a")
    with DiaryStore.open(tmp_path / "theirs.symtrack", create=True) as store:
        theirs = Device(store, folder, "theirs")
        theirs.note("their words")
        theirs.sync()
        (path,) = content(folder)
        before = path.read_bytes()
        a.note("mine")
        synced = a.sync()
        assert (synced.came, synced.strange, synced.bad, a.said()) == (0, (path,), (), ["mine"])
        assert path.read_bytes() == before
        assert (theirs.sync().came, theirs.said()) == (0, ["their words"])


def test_a_newer_version_is_one_sentence_and_the_rest_is_taken(device, folder, tmp_path):
    """An older program says that it is older, and loses nothing by it."""
    a, b = device("a"), device("b")
    a.note()
    a.sync()
    newer = handmade(tmp_path, folder, a.store.share_keys()[0], *part(a, version=2))
    synced = b.sync()
    assert (b.said(), len(synced.bad), newer.exists()) == ([WORDS], 1, True)
    assert "newer symtrack" in synced.bad[0]


def test_links_folders_and_pipes_are_not_followed(device, folder):
    """A link under a change file's name leads nowhere, and a pipe is not waited for."""
    a, b = device("a"), device("b")
    a.note()
    a.sync()
    (path,) = content(folder)
    outside = folder.parent / path.name
    path.rename(outside)
    path.symlink_to(outside)
    name = path.name[37:]
    os.mkfifo(folder / f"{NEVER}-{name}")
    (folder / f"{NEVER[:-1]}1-{name}").mkdir()
    assert (b.sync().came, b.said()) == (0, [])
    assert outside.exists()
