"""A folder that two copies of one diary share, through a sync program or on a stick. No copy's own file lies in it.

Each copy of the app writes change files of its own there and reads the others’. What is new for the others is the set
difference of ids, so files that come late, doubled, in any order or not at all lose nothing and double nothing.
"""

import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack.errors import DiaryFileError, InputError, SealedError
from symtrack.i18n import _
from symtrack.store import changes, checking, file
from symtrack.store.changes import Part, Stamp
from symtrack.store.rows import COLUMNS, Rows
from symtrack.store.uuid7 import Keys
from symtrack.store.vault import SALT_BYTES, Key

if TYPE_CHECKING:
    from symtrack.store.diary_store import DiaryStore

MOST_SMALL = 32
"""So many small files of one writer become one."""
SMALL = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What came and went. `waiting` are files that have not come whole yet; `strange` are sealed for other diaries.

    `bad` are sentences about files that could not be taken.
    """

    came: int = 0
    sent: int = 0
    waiting: tuple[Path, ...] = ()
    strange: tuple[Path, ...] = ()
    bad: tuple[str, ...] = ()


@dataclass(slots=True)
class _Seen:
    """A change file that was read: it never changes, so once is enough."""

    part: Part
    paths: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Where it lies, with the size and the time of change that the file had when all of it was there."""


class SharedFolder:
    """The folder as one copy of the app sees it. `writer` is the name of that copy, and of no other."""

    def __init__(self, folder: Path, writer: str) -> None:
        self.folder, self.writer = folder, writer
        self._seen: dict[Stamp, _Seen] = {}
        self._as_left: object = None

    def is_as_left(self, opened: "DiaryStore") -> bool:
        """Whether nothing has changed in the folder or in the diary since the last exchange; quickly."""
        return self._as_left is not None and self._as_left == self._state(opened)

    def sync(self, opened: "DiaryStore") -> Synced:
        """Takes in what others wrote, then writes what they have not. DiaryFileError when the folder is not there.

        InputError when there is no diary yet, or its own file lies in the folder.
        """
        if not self.folder.is_dir():
            raise DiaryFileError(_("The shared folder {path} is not there.").format(path=self.folder))
        if self.folder.resolve() in opened.path.resolve().parents:
            raise InputError(
                _("The diary’s own file lies in {path}. Please share a folder in which it does not lie.").format(
                    path=self.folder.absolute()
                )
            )
        if not opened.id:
            raise InputError(
                _("There is no diary here yet. Begin one, or bring in a copy of it from the other computer first.")
            )
        opened.make_share_key()
        with file.spoken(self.folder):
            found = self._look()
            came, strange, bad = self._take(opened, found)
        sent = 0
        try:
            with file.spoken(self.folder):
                missing = self._missing(opened)
                self._tidy(opened, found)
                self._send(opened)
                sent = len(missing)
        except DiaryFileError as error:  # What came has come, also from a folder that may only be read.
            bad.append(str(error))
        self._as_left = self._state(opened)
        return Synced(
            came=came,
            sent=sent,
            waiting=tuple(path for stamp, paths in found.items() if not any(paths.values()) for path in paths),
            strange=tuple(strange),
            bad=tuple(bad),
        )

    def _state(self, opened: "DiaryStore") -> object:
        try:
            files = _prints(path for path in self.folder.iterdir() if changes.stamp(path) is not None)
        except OSError:
            return None
        return files, opened.size()

    def _look(self) -> dict[Stamp, dict[Path, bool]]:
        """The change files in the folder, each with whether all of it is there."""
        found: dict[Stamp, dict[Path, bool]] = {}
        for path in sorted(self.folder.iterdir()):
            stamp = changes.stamp(path)
            if stamp is not None and path.is_file() and not path.is_symlink():
                known = self._seen.get(stamp)
                same = known is not None and known.paths.get(path) == _print(path)
                found.setdefault(stamp, {})[path] = same or changes.is_whole(path, stamp)
        for stamp, seen in list(self._seen.items()):
            seen.paths = _prints(path for path, whole in found.get(stamp, {}).items() if whole)
            if not seen.paths:
                del self._seen[stamp]
        return found

    def _take(self, opened: "DiaryStore", found: dict[Stamp, dict[Path, bool]]) -> tuple[int, list[Path], list[str]]:
        """Takes in every whole file that was not read yet; a key that comes with one may open another."""
        new = {stamp: [path for path, whole in paths.items() if whole] for stamp, paths in found.items()}
        left = {stamp: paths for stamp, paths in new.items() if paths and stamp not in self._seen}
        bad: list[str] = []
        came = 0
        while left:
            parts: dict[Stamp, Part] = {}
            keys = opened.share_keys()
            for stamp, paths in list(left.items()):
                try:
                    parts[stamp] = _opened(paths[0], keys)
                except SealedError:
                    continue
                except DiaryFileError as error:
                    bad.append(str(error))
                del left[stamp]
            came += self._take_parts(opened, parts, new, bad)
            if set(opened.share_keys()) <= set(keys):
                break
        return came, [paths[0] for paths in left.values()], bad

    def _take_parts(
        self, opened: "DiaryStore", parts: dict[Stamp, Part], paths: dict[Stamp, list[Path]], bad: list[str]
    ) -> int:
        mine: dict[Stamp, Part] = {}
        there = opened.ids()
        for stamp, part in parts.items():
            why = _refusal(part, opened.id, there)
            if why:
                bad.append(f"{paths[stamp][0]}: {why}")
            else:
                mine[stamp] = part
        try:
            came = _count(opened.take(_joined(opened.id, mine.values())))
            taken = mine
        except InputError:  # A row that no diary can hold: the other files are taken one by one.
            came, taken = 0, {}
            for stamp, part in mine.items():
                try:
                    came += _count(opened.take(part.rows))
                except InputError as error:
                    bad.append(f"{paths[stamp][0]}: {error}")
                else:
                    taken[stamp] = part
        for stamp, part in taken.items():
            self._seen[stamp] = _Seen(part.without_rows(), _prints(paths[stamp]))
        return came

    def _missing(self, opened: "DiaryStore") -> frozenset[str]:
        """What no file in the folder has."""
        return opened.ids().difference(*(seen.part.ids for seen in self._seen.values()))

    def _send(self, opened: "DiaryStore") -> None:
        missing = self._missing(opened)
        if missing:
            self._write(opened, missing)

    def _tidy(self, opened: "DiaryStore", found: dict[Stamp, dict[Path, bool]]) -> None:
        """Our own files that hold what was erased, or that have become many, become one; then they go."""
        erased = opened.redactions()
        mine = {stamp: seen for stamp, seen in self._seen.items() if seen.part.writer == self.writer}
        stale = [stamp for stamp, seen in mine.items() if seen.part.saying & erased.keys()]
        small = [stamp for stamp, seen in mine.items() if all(size < SMALL for size, _changed in seen.paths.values())]
        old = {*stale, *(small if len(small) > MOST_SMALL else ())}
        if not old:
            return
        ids = {id_ for stamp in old for id_ in mine[stamp].part.ids}
        self._write(opened, ids)
        for stamp in old:
            for path in {*mine[stamp].paths, *found.get(stamp, ())}:  # Copies that never came whole, too.
                path.unlink(missing_ok=True)
            del self._seen[stamp]

    def _write(self, opened: "DiaryStore", ids: Collection[str]) -> None:
        """One file with these rows, and with what says that one of them was erased."""
        redactions = {redaction for target, redaction in opened.redactions().items() if target in ids}
        found = opened.rows_of(redactions.union(ids))
        part = changes.of(self.writer, opened.id, _lines(found))
        key = opened.share_keys()[0].key(secrets.token_bytes(SALT_BYTES))
        stamp, path = changes.write(part, self.folder, Keys(opened.clock()).next(), key, draft=opened.path)
        self._seen[stamp] = _Seen(part.without_rows(), _prints([path]))


def _opened(path: Path, keys: Sequence[Key]) -> Part:
    for key in keys:
        try:
            return changes.read(path, key)
        except SealedError:
            continue
    raise SealedError(_("{path} is sealed for another diary.").format(path=path))


def _joined(diary: str, parts: Collection[Part]) -> Rows:
    """The rows of all the parts, some perhaps twice."""
    return Rows(
        diary=diary,
        tables={table: tuple(row for part in parts for row in part.rows.tables[table]) for table in COLUMNS},
    )


def _lines(found: Rows) -> Iterator[tuple[str, dict[str, object]]]:
    return ((table, row) for table, rows in found.tables.items() for row in rows)


def _count(added: dict[str, int]) -> int:
    return sum(added.values())


def _refusal(part: Part, diary: str, there: frozenset[str]) -> str:
    """Why nothing of the part is taken; empty when it can be. What is in the diary already was looked at then."""
    if part.rows.diary != diary:
        return _("It holds rows of another diary.")
    for table, rows in part.rows.tables.items():
        for row in rows:
            why = "" if str(row["id"]) in there else checking.wrong(table, row)
            if why:
                return _("The {table} {id} can't be right: {why}").format(table=table, id=row["id"], why=why)
    return ""


def _prints(paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    return {path: _print(path) for path in paths}


def _print(path: Path) -> tuple[int, int]:
    """By what a file that was changed is told; nothing for one that is gone."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns
