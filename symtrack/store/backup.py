"""Copies of a diary that were opened and checked before they got their name, and which of them are kept."""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack.errors import DiaryFileError
from symtrack.i18n import _
from symtrack.store import checking, file
from symtrack.store.beside import beside
from symtrack.store.rows import Rows

if TYPE_CHECKING:
    from symtrack.store.diary_store import DiaryStore

DAILY, WEEKLY, MONTHLY = 7, 4, 12
SUFFIX = ".symtrack"


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """A copy made on `day`."""

    day: date
    path: Path


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Puts a checked copy of the open diary at `path`: whole, or nothing is there. DiaryFileError says why not."""
    with file.spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as new:
            connection.execute("VACUUM INTO ?", (str(new),))
            _verify(new, connection)
            with new.open("rb") as written:
                os.fsync(written.fileno())
            new.replace(path)
        file.make_durable(path.parent)


def restore(source: Path, path: Path, *, now: datetime | None = None) -> Path | None:
    """Puts the checked copy `source` where the diary is; the path of what was there, moved aside, None for nothing.

    DiaryFileError, and nothing changed, when the copy is not good. The caller sees to it that no window is open.
    """
    with file.spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as new:
            opened = file.connect(source)
            try:
                found = checking.findings(opened)
                if found:
                    why = " ".join(found)
                    raise DiaryFileError(_("The copy {path} is not good: {why}").format(path=source, why=why))
                opened.execute("VACUUM INTO ?", (str(new),))
                _verify(new, opened)
            finally:
                opened.close()
            aside = _keep_aside(path, now or datetime.now().astimezone()) if path.exists() else None
            new.replace(path)
        file.make_durable(path.parent)
    return aside


def renew(opened: "DiaryStore", path: Path) -> None:
    """Erases in the copy at `path` what is erased in the open diary, and writes the copy anew."""
    from symtrack.store.diary_store import DiaryStore

    redactions = Rows(diary=opened.id, tables={"redaction": opened.rows().tables["redaction"]})
    with file.spoken(path):
        with beside(path) as new:
            shutil.copyfile(path, new)
            with DiaryStore.open(new) as copied:
                copied.take(redactions)
                copied.sweep()
            new.replace(path)
        file.make_durable(path.parent)


def daily(opened: "DiaryStore", folder: Path, today: date) -> Path | None:
    """Makes today's copy unless there is one, and thins out older ones; the new copy, or None."""
    made = copies(folder, opened.path, opened.id)
    if any(each.day == today for each in made):
        return None
    path = folder / name(opened.path, opened.id, today)
    opened.back_up(path)
    made.append(Copy(today, path))
    with file.spoken(folder):
        for each in set(made) - kept(made):
            each.path.unlink(missing_ok=True)
    return path


def _keep_aside(path: Path, now: datetime) -> Path:
    """Gives the diary a second name that says when; its log is taken into it first, or goes along."""
    with suppress(sqlite3.Error, DiaryFileError):  # What can't be opened any more is kept as it is.
        before = file.connect(path)
        try:
            before.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            before.close()
    aside = path.with_name(f"{path.stem} before {now:%Y-%m-%d %H.%M.%S}{path.suffix}")
    try:
        aside.hardlink_to(path)  # So that at no moment there is no diary.
    except OSError:  # A file system without hard links, such as a USB stick's.
        path.rename(aside)
    for ending in ("-wal", "-shm"):
        log = path.with_name(path.name + ending)
        if log.exists():
            log.rename(aside.with_name(aside.name + ending))
    return aside


def name(diary_file: Path, diary: str, day: date) -> str:
    """The name of a daily copy: two diaries that are called the same don't share copies."""
    return f"{diary_file.stem} {day.isoformat()} {diary[-6:]}{SUFFIX}"


def copies(folder: Path, diary_file: Path, diary: str) -> list[Copy]:
    """The daily copies of this diary in the folder, the oldest first."""
    found = []
    for path in folder.glob(f"* {diary[-6:]}{SUFFIX}") if diary else ():
        stem, _space, rest = path.name.removesuffix(f" {diary[-6:]}{SUFFIX}").rpartition(" ")
        if stem == diary_file.stem:
            try:
                found.append(Copy(date.fromisoformat(rest), path))
            except ValueError:
                continue
    return sorted(found)


def kept(made: Iterable[Copy]) -> set[Copy]:
    """Those to keep: the last 7, the last of each of 4 weeks, and the last of each of 12 months."""
    newest = sorted(made, reverse=True)
    weeks: dict[tuple[int, int], Copy] = {}
    months: dict[tuple[int, int], Copy] = {}
    for each in newest:
        weeks.setdefault(each.day.isocalendar()[:2], each)
        months.setdefault((each.day.year, each.day.month), each)
    return {*newest[:DAILY], *list(weeks.values())[:WEEKLY], *list(months.values())[:MONTHLY]}


def _verify(new: Path, source: sqlite3.Connection) -> None:
    opened = file.connect(new)
    try:
        findings = checking.damage(opened)
        counted = [_counts(each) for each in (opened, source)]
    finally:
        opened.close()
    if findings or counted[0] != counted[1]:
        raise DiaryFileError(_("The copy was not good, and was thrown away: {why}").format(why=" ".join(findings)))


def _counts(connection: sqlite3.Connection) -> list[int]:
    return [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our names
        for table in ("rating", "event", "setting", "redaction")
    ]
