"""Each fault, as often as asked: what was acknowledged and lost, and how often opening crashed."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from symtrack.diary.rows import Event, Rating
from symtrack.errors import DiaryFileError
from symtrack.store import DiaryStore
from symtrack.store.engine import sqlite as sqlite3
from tests.torture.outcome import Outcome

FIRST = date(2020, 1, 1)
SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


def killed(cases: int, seed: int, folder: Path) -> Outcome:
    """The writing process is killed (SIGKILL) at a random moment; the diary goes on from one case to the next."""
    chance = random.Random(seed)
    path = folder / "killed.symtrack"
    acknowledged: set[str] = set()
    lost = crashed = 0
    for _case in range(cases):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            _write_until_killed(path, write, chance.random())
        os.close(write)
        time.sleep(chance.random() * 0.03)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(read) as acks:
            acknowledged |= {line.strip() for line in acks if line.endswith("\n")}
        if not path.exists():
            continue
        try:
            there = _ids(path)
        except (DiaryFileError, sqlite3.Error):
            crashed += 1
        else:
            lost += len(acknowledged - there)
    leftovers = list(folder.glob("*.new"))
    return Outcome("killed while writing", cases, lost, crashed + len(leftovers))


def _write_until_killed(path: Path, acks: int, seed: float) -> None:
    """What the killed process does: writes entries and says each id once it is durable."""
    chance = random.Random(seed)
    try:
        with DiaryStore.open(path, create=True) as store:
            while True:
                day = FIRST + timedelta(days=chance.randrange(2000))
                saved = store.add(
                    Rating(day=day, item="pain", score=chance.randrange(11)),
                    Event(kind="note", day=day, text="x" * chance.randrange(400) + "."),
                )
                os.write(acks, "".join(f"{each}\n" for each in saved.ids).encode())
    finally:
        os._exit(1)


def torn(cases: int, seed: int, folder: Path) -> Outcome:
    """The write-ahead log is cut at every length, as a crash or a half-done copy leaves it."""
    chance = random.Random(seed)
    source, stages = _unfinished(folder / "torn")
    log = source.with_name(source.name + "-wal").read_bytes()
    lengths = list(range(len(log))) if len(log) <= cases else sorted(chance.sample(range(len(log)), cases))
    return _opened(
        "log cut short",
        cases=lengths,
        log=lambda length: log[:length],
        source=source,
        stages=stages,
        case=folder / "case",
    )


def flipped(cases: int, seed: int, folder: Path) -> Outcome:
    """Bytes of the write-ahead log are turned, as a bad disk does."""
    chance = random.Random(seed)
    source, stages = _unfinished(folder / "flipped")
    log = source.with_name(source.name + "-wal").read_bytes()

    def turned(_case: int) -> bytes:
        bad = bytearray(log)
        for _flip in range(chance.randint(1, 4)):
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        return bytes(bad)

    return _opened(
        "log with turned bits",
        cases=range(cases),
        log=turned,
        source=source,
        stages=stages,
        case=folder / "case",
    )


def half_moved(cases: int, seed: int, folder: Path) -> Outcome:
    """The power goes while the log is being moved into the file: any of its sectors may be new, any may be old."""
    chance = random.Random(seed)
    source, stages = _unfinished(folder / "half")
    log = source.with_name(source.name + "-wal")
    old, logged, moved = source.read_bytes(), log.read_bytes(), folder / "moved.symtrack"
    shutil.copyfile(source, moved)
    shutil.copyfile(log, moved.with_name(moved.name + "-wal"))
    with DiaryStore.open(moved):
        pass  # Closing it moves the log into the file.
    new = moved.read_bytes()
    old = old.ljust(len(new), b"\0")

    def mixed(_case: int) -> bytes:
        share = chance.random()
        return b"".join(
            (new if chance.random() < share else old)[at : at + SECTOR] for at in range(0, len(new), SECTOR)
        )

    return _opened(
        "power lost while moving",
        cases=range(cases),
        log=lambda _case: logged,
        source=source,
        stages=stages[-1:],
        case=folder / "case",
        whole=mixed,
    )


def copied(cases: int, seed: int, folder: Path) -> Outcome:
    """File and log are copied, one after the other, while the program writes."""
    chance = random.Random(seed)
    path, lost, crashed, said = folder / "busy.symtrack", 0, 0, 0
    case = folder / "case"
    case.mkdir(exist_ok=True)
    acknowledged: list[str] = []
    with DiaryStore.open(path, create=True) as store:
        acknowledged += store.add(Rating(day=FIRST, item="pain", score=1)).ids
        for _case in range(cases):
            _clear(case)
            before = len(acknowledged)
            names = [path.name, path.name + "-wal"]
            with store.stream():
                for name in names if chance.random() < 0.5 else reversed(names):
                    for _more in range(chance.randrange(3)):
                        day = FIRST + timedelta(days=chance.randrange(900))
                        acknowledged += store.add(Rating(day=day, item="pain", score=chance.randrange(11))).ids
                    shutil.copyfile(path.with_name(name), case / name)
            try:
                there = _ids(case / path.name)
            except DiaryFileError:
                said += 1
            except sqlite3.Error:
                crashed += 1
            else:
                lost += _not_a_prefix(acknowledged, there, at_least=before)
    return Outcome("copied while writing", cases, lost, crashed, said)


def _unfinished(folder: Path) -> tuple[Path, list[set[str]]]:
    """A diary whose last actions stand in its log only, and what had been acknowledged after each action."""
    folder.mkdir()
    path, copy = folder / "diary.symtrack", folder / "copy.symtrack"
    stages: list[set[str]] = []
    with DiaryStore.open(path, create=True) as store:
        store.add(Rating(day=FIRST, item="pain", score=1))
        stages.append(set(store.ids()))
        with store.stream():
            for k in range(40):
                day = FIRST + timedelta(days=k)
                store.add(Rating(day=day, item="nausea", score=k % 11), Event(kind="note", day=day, text="n" * k + "."))
                stages.append(set(store.ids()))
            for ending in ("", "-wal"):
                shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    return copy, stages


def _opened(
    fault: str,
    *,
    cases: Sequence[int],
    log: Callable[[int], bytes],
    source: Path,
    stages: list[set[str]],
    case: Path,
    whole: Callable[[int], bytes] | None = None,
) -> Outcome:
    """Each case opened as the app does: it must show what stood after one of the actions, or say what is wrong."""
    case.mkdir(exist_ok=True)
    as_it_is = source.read_bytes()
    lost = crashed = said = 0
    for each in cases:
        _clear(case)
        path = case / source.name
        path.write_bytes(whole(each) if whole else as_it_is)
        path.with_name(path.name + "-wal").write_bytes(log(each))
        try:
            there = _ids(path)
        except DiaryFileError:
            said += 1
        except sqlite3.Error:
            crashed += 1
        else:
            lost += there not in stages
    return Outcome(fault, len(cases), lost, crashed, said)


def _ids(path: Path) -> set[str]:
    """Every id in the diary, opened as the app opens it, and its pages checked."""
    with DiaryStore.open(path) as store:
        everything = store.rows().tables
        if store.findings():
            raise sqlite3.DatabaseError(store.findings())
    return {str(row["id"]) for rows in everything.values() for row in rows}


def _not_a_prefix(acknowledged: list[str], there: set[str], *, at_least: int) -> int:
    shown = [each for each in acknowledged if each in there]
    return int(shown != acknowledged[: len(shown)] or len(shown) < at_least)


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
