"""Words planted in a sealed diary, searched for in every byte that is written: while it is written, and afterwards."""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from pathlib import Path
from unittest.mock import patch

from sqlite_utils import Database, Migrations

from symtrack import log
from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import SymtrackError
from symtrack.store import DiaryStore, backup, header, recovery, schema
from symtrack.store.share import SharedFolder
from symtrack.store.vault import Key, Passphrase
from tests.torture.outcome import Outcome

DAY = date(2026, 5, 14)
_MOST_SECONDS = 10
_VARIABLES = ("TMPDIR", "SQLITE_TMPDIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


def planted(cases: int, seed: int, folder: Path) -> Outcome:
    """All that is done with a sealed diary, once a case; `lost` counts files in which the words or the key stood."""
    chance = random.Random(seed)
    found = broken = 0
    for case in range(cases):
        words = f"planted{chance.getrandbits(64):x}words"
        with _everything_in(folder / str(case)) as place:
            needles = _needles(words, sealed := Key.new(), other := Key.new())
            with _watched(place, needles) as hits:
                try:
                    _live(place, words, sealed, other, passphrase=case == 0)
                except (SymtrackError, OSError, AssertionError):
                    broken += 1
            found += len(hits | set(_holding(_files(place), needles)))
    broken += _nothing_is_seen(folder / "control")
    return Outcome("planted words searched for", cases, found, broken)


def _live(place: Path, words: str, sealed: Key, other: Key, *, passphrase: bool) -> None:
    """A diary's whole life. With a passphrase, once, since deriving its key takes time on purpose."""
    path, copies, folder = place / "diary.symtrack", place / "copies", place / "shared"
    folder.mkdir()
    begun = Passphrase(words) if passphrase else sealed
    with DiaryStore.open(path, create=True, secret=begun) as store:
        _write(store, words)
        backup.daily(store, copies, DAY)
        SharedFolder(folder, "one").sync(store)
        sealed = store.seal(sealed) or sealed
        _second_computer(place, store, words, other)
        store.erase(store.events()[0].id)
        store.back_up(copies / "again.symtrack", keep=True)
        store.renew(copies / "again.symtrack")
        log.keep(ValueError(words, sealed))
    _killed(path, words, sealed)
    backup.restore(copies / "again.symtrack", path, secret=sealed)
    with DiaryStore.open(path, secret=sealed) as store:
        store.keep_elsewhere(place / "kept.symtrack", _note(words), _note(words))
        store.seal(other)
    _of_an_older_version(place, path, other)


def _write(store: DiaryStore, words: str) -> None:
    """More than fits into a page or a cache, so that whatever spills, spills."""
    store.add(Setting(key="name", value=words), Rating(day=DAY, item=f"own.{words}", score=3))
    with store.stream():
        for _row in range(10):
            store.add(*(_note(words * 50) for _note_ in range(10)))
    store.undo()
    store.columns()
    store.findings()
    store.sweep()


def _second_computer(place: Path, store: DiaryStore, words: str, other: Key) -> None:
    second, folder = place / "second.symtrack", place / "shared"
    store.back_up(second)
    with DiaryStore.open(second, secret=store.key) as there:
        there.seal(other)
        there.add(_note(f"{words} there"))
        SharedFolder(folder, "two").sync(there)
    store.bring_in(second, secret=other)
    SharedFolder(folder, "one").sync(store)


def _killed(path: Path, words: str, sealed: Key) -> None:
    """The log and whatever else lies there when a program is killed in the middle stays until it is searched."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            store = DiaryStore.open(path, secret=sealed)
            with store.stream():
                store.add(_note(words))
                os.kill(os.getpid(), signal.SIGKILL)
        os._exit(1)
    os.waitpid(child, 0)


def _of_an_older_version(place: Path, path: Path, secret: Key) -> None:
    """As if the next version were there: read only, in memory, and brought up, with the older file kept."""
    steps = Migrations("symtrack")
    steps()(schema.version_1)

    @steps()
    def version_2(db: Database) -> None:
        db.execute("ALTER TABLE rating ADD COLUMN weather TEXT")

    with (
        patch.object(schema, "migrations", steps),
        patch.object(header, "SCHEMA", header.SCHEMA + 1),
        DiaryStore.open(path, secret=secret) as store,
    ):
        assert store.facts().schema == header.SCHEMA
        store.back_up(place / "newer.symtrack")


def _note(words: str) -> Event:
    return Event(kind="note", day=DAY, text=words)


def _needles(words: str, *keys: Key) -> list[bytes]:
    """The words as they may stand in a file, and the keys as bytes, in SQL and on the sheet."""
    spelt = [text for key in keys for text in (key.raw.hex(), recovery.written(key)[:23])]
    return [text.encode(code) for text in (words, *spelt) for code in ("utf-8", "utf-16-le")] + [k.raw for k in keys]


@contextmanager
def _everything_in(place: Path) -> Iterator[Path]:
    """Every folder that a program may think of for its files lies in this one."""
    place.mkdir()
    before = {name: os.environ.get(name) for name in _VARIABLES}
    for name in _VARIABLES:
        os.environ[name] = str(place / name)
        (place / name).mkdir()
    tempfile.tempdir = None
    try:
        yield place
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            os.environ.update({name: value} if value is not None else {})
        tempfile.tempdir = None


@contextmanager
def _watched(place: Path, needles: list[bytes]) -> Iterator[set[str]]:
    """What another process finds, that looks all the time, also into open files that have no name any more."""
    hits: set[str] = set()
    answers, answer = os.pipe()
    watcher, stop = os.getpid(), place.with_name(f"{place.name} stop")
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            seen: set[str] = set()
            while not stop.exists():
                seen.update(_holding(_files(place), needles), _holding(_open_files(watcher), needles))
                if seen:
                    _mark(place).touch()
            os.write(answer, "\n".join(seen).encode())
        os._exit(0)
    os.close(answer)
    try:
        yield hits
    finally:
        stop.touch()
        with os.fdopen(answers) as said:
            hits.update(said.read().splitlines())
        os.waitpid(child, 0)
        stop.unlink()
        _mark(place).unlink(missing_ok=True)


def _mark(place: Path) -> Path:
    """There as soon as something was found."""
    return place.with_name(f"{place.name} seen")


def _wait_until_seen(place: Path) -> None:
    most = time.monotonic() + _MOST_SECONDS
    while not _mark(place).exists() and time.monotonic() < most:
        time.sleep(0.01)


def _files(place: Path) -> Iterator[str]:
    for parent, _folders, names in os.walk(place):
        yield from (os.path.join(parent, name) for name in names)  # noqa: PTH118 - thousands of times a second


def _open_files(process: int) -> Iterator[str]:
    """Where the system shows the files that a process has open, those without a name, too."""
    with suppress(OSError):
        yield from (entry.path for entry in os.scandir(f"/proc/{process}/fd") if entry.is_file())


def _holding(paths: Iterator[str], needles: list[bytes]) -> Iterator[str]:
    for path in paths:
        with suppress(OSError), open(path, "rb") as raw:  # noqa: PTH123 - thousands of times a second
            content = raw.read()
            if any(needle in content for needle in needles):
                yield path


def _nothing_is_seen(place: Path) -> int:
    """1 if the search were blind: it must find them in a plain diary that is open, and in a file without a name."""
    with ExitStack() as stack:
        stack.enter_context(_everything_in(place))
        ways: list[Callable[[], None]] = [lambda: _plain(place), lambda: _nameless(place)]
        return int(not all(_is_seen(place, do) for do in ways if sys.platform == "linux" or do is ways[0]))


def _is_seen(place: Path, do: Callable[[], None]) -> bool:
    with _watched(place, [b"controlwords"]) as hits:
        do()
    return bool(hits)


def _plain(place: Path) -> None:
    with DiaryStore.open(place / "plain.symtrack", create=True) as store:
        store.add(_note("controlwords"))
        _wait_until_seen(place)
    for path in place.glob("plain*"):
        path.unlink()


def _nameless(place: Path) -> None:
    with tempfile.TemporaryFile(dir=place) as raw:
        raw.write(b"controlwords")
        raw.flush()
        _wait_until_seen(place)
