"""The diary in its file: rows go in, what counts comes out. Nothing is ever overwritten."""

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from symtrack.diary import setting_keys
from symtrack.diary.check import check
from symtrack.diary.day import Clock, day_of, local_now
from symtrack.diary.rows import Event, Rating, RatingColumns, Row
from symtrack.errors import DiaryFileError, InputError
from symtrack.i18n import _
from symtrack.store import backup, checking, elsewhere, erasing, facts, file, rows, taking, undoing
from symtrack.store.facts import Facts
from symtrack.store.rows import Rows
from symtrack.store.uuid7 import Keys, RandomBits
from symtrack.store.writing import Writing


@dataclass(frozen=True, slots=True)
class Saved:
    """What one action wrote: its own id, and the ids of its rows in the order given."""

    action: str
    ids: tuple[str, ...]


class DiaryStore:
    """One diary, one person, one file. Each `add` is one action in one durable transaction."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection | None,
        clock: Clock,
        bits: RandomBits = secrets.randbits,
        patience: float = file.PATIENCE,
    ) -> None:
        self.path = path
        self.clock = clock
        self._bits = bits
        self._patience = patience
        self._connection = connection
        self._streaming = False
        self._standing: tuple[int, int] | None = None
        if connection is not None:
            self._hold(connection)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        clock: Clock = local_now,
        bits: RandomBits = secrets.randbits,
        patience: float = file.PATIENCE,
    ) -> Self:
        """The diary at `path`; DiaryFileError when there is none, or when it is something else.

        With `create`, a path where nothing is yet is an empty diary; its file is made by the first write. `patience`
        is how many seconds to wait for another program that is writing in it.
        """
        absent = create and not path.exists() and not path.is_symlink()
        return cls(path, None if absent else file.connect(path, patience=patience), clock, bits, patience)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def today(self) -> date:
        """The person's day now, which begins at their `day-start`."""
        return day_of(self.clock(), setting_keys.day_start(self.settings().get("day-start")))

    def add(self, *given: Row) -> Saved:
        """Writes the rows as one action; durable when it returns. InputError, and nothing written, for a bad one.

        A rating takes the place of the one that counts for its day, time, item and voice, a setting that of its key.
        An event takes the place of the one that it `replaces`.
        """
        today = self.today
        for row in given:
            check(row, today=today)
        with self._writing() as writing:
            return Saved(*writing.action(given))

    def withdraw(self, *ids: str) -> Saved:
        """Takes rows away, as one action; InputError for an id that no counting row has."""
        with self._writing() as writing:
            return Saved(*writing.withdrawal(ids))

    def undo(self, action: str | None = None) -> str:
        """Takes back the last action, or the one named, whole; returns its id. InputError when there is none."""
        if self._connection is None:
            raise InputError(_("There is nothing to take back."))
        with self._writing() as writing:
            return undoing.undo(writing, action)

    @property
    def undoable(self) -> bool:
        """Whether there is an action that can be taken back."""
        return self._connection is not None and undoing.last_action(self._connection) is not None

    def take(self, other: Rows) -> dict[str, int]:
        """Takes in every row that is not there yet; the number of new ones by table. InputError for another diary's."""
        with self._writing() as writing:
            return taking.take(writing, other)

    def erase(self, *ids: str) -> list[str]:
        """Erases what these rows and all their versions said, for good; the ids of the rows that are empty now."""
        if self._connection is None:
            raise InputError(_("There is nothing in the diary with the id {id}.").format(id=", ".join(ids)))
        with self._writing() as writing:
            redactions = erasing.erase(writing, ids)
        try:
            self.sweep()
        except DiaryFileError as error:
            raise DiaryFileError(
                _("It is erased, but the file may still hold traces. Please erase it once more. {why}").format(
                    why=error
                )
            ) from error
        return [str(redaction["target"]) for redaction in redactions]

    def back_up(self, path: Path, *, keep: bool = False) -> Path | None:
        """Puts a copy of the diary at `path`, checked before it gets that name. DiaryFileError says why not.

        With `keep`, what stands there gets a second name, which is returned.
        """
        if self._connection is None:
            raise DiaryFileError(_("There is no diary at {path}.").format(path=self.path))
        return backup.copy(self._connection, path, like=self.path, keep=keep)

    def keep_elsewhere(self, path: Path, *unsaved: Row) -> None:
        """Makes a diary at `path` of all that can be read of this one, and of rows that it could not take."""
        elsewhere.keep(self, self._connection, unsaved, path)

    def renew(self, copy: Path) -> None:
        """Erases in a copy of this diary what is erased here, and writes the copy anew."""
        backup.renew(self, copy)

    def sweep(self) -> None:
        """Writes the file anew, so that nothing erased is left in a free page."""
        if self._connection is not None:
            with file.spoken(self.path):
                erasing.sweep(self._connection)

    def findings(self) -> list[str]:
        """A sentence for each thing that is wrong with the file or a row; none when the diary is whole."""
        if self._connection is None:
            return []
        with file.spoken(self.path):
            return checking.findings(self._connection)

    def see_that_it_is_whole(self) -> None:
        """DiaryFileError when a page of the file is damaged: what is left would look like all that there was."""
        if self._connection is not None:
            with file.spoken(self.path):
                checking.see_that_it_is_whole(self._connection, self.path)

    @contextmanager
    def stream(self) -> Iterator[None]:
        """Within it each `add` is durable as ever, but the file is made whole again only once, at the end."""
        self._streaming = True
        try:
            yield
        finally:
            self._streaming = False
            self._checkpoint()

    def columns(self) -> RatingColumns:
        """The ratings that count, column by column."""
        found = self._read(
            # An imported day was not entered late: the other program knew it in time.
            """SELECT CAST(julianday(day) - 1721424.5 AS INTEGER), time, item, score, reason, voice,
               CASE WHEN action IN (SELECT action FROM event WHERE kind = 'import') THEN 0 ELSE max(0, CAST(
                   julianday(substr(recorded_at, 1, 10)) - (substr(recorded_at, 12, 5) < ?) - julianday(day) AS INTEGER
               )) END FROM current_rating""",
            setting_keys.day_start(self.settings().get("day-start")).isoformat("minutes"),
        )
        return RatingColumns(*zip(*found, strict=True)) if found else RatingColumns()

    def ratings(self, first: date, last: date) -> list[Rating]:
        """The ratings that count from `first` to `last`, in order of day, time, writing."""
        found = self._read(
            "SELECT * FROM current_rating WHERE day BETWEEN ? AND ? ORDER BY day, time, id",
            first.isoformat(),
            last.isoformat(),
        )
        return [rows.rating(row) for row in found]

    def events(self) -> list[Event]:
        """The events that count, planned ones too, in order of day, time, writing."""
        return [rows.event(row) for row in self._read("SELECT * FROM current_event ORDER BY day, time, id")]

    def versions(self, id_: str) -> list[Row]:
        """All that was said in a row's place, from the first to the last; rows that take it away come as withdrawn."""
        return [
            rows.row_of(table, dict(row))
            for table in rows.ROWS
            for version in (erasing.versions_of(self._connection, table, id_) if self._connection is not None else ())
            for row in self._read(f"SELECT * FROM {table} WHERE id = ?", version)  # noqa: S608 - our names
        ]

    def settings(self) -> dict[str, object]:
        """The settings that the diary has."""
        return {row["key"]: json.loads(row["value"]) for row in self._read("SELECT key, value FROM current_setting")}

    def rows(self) -> Rows:
        """Every row that there is, replaced and withdrawn ones too."""
        tables = {
            table: tuple(
                dict(zip(columns, row, strict=True))
                for row in self._read(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id")  # noqa: S608 - our names
            )
            for table, columns in rows.COLUMNS.items()
        }
        return Rows(diary=self.id, tables=tables)

    @property
    def id(self) -> str:
        """The diary's own id, the same in each of its copies; empty while no file is made."""
        found = self._read("SELECT id FROM diary")
        return str(found[0]["id"]) if found else ""

    def facts(self) -> Facts:
        """What is in the file, counted."""
        with file.spoken(self.path):
            return facts.of(self._connection)

    def version(self) -> int:
        """A number that changes when another program has written."""
        found = self._read("PRAGMA data_version")
        return int(found[0][0]) if found else 0

    def _hold(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        connection.row_factory = sqlite3.Row
        self._connection, self._standing = connection, file.standing(self.path)
        return connection

    def _read(self, query: str, *values: object) -> list[sqlite3.Row]:
        if self._connection is None:
            return []
        with file.spoken(self.path):
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[Writing]:
        """One transaction; the file is made when there is none yet."""
        now = self.clock()
        self._see_that_it_is_there()
        connection = self._connection or self._hold(file.create(self.path, now, self._bits, patience=self._patience))
        with file.spoken(self.path):
            connection.execute("PRAGMA journal_mode = WAL")  # A restored copy has none yet.
            connection.execute("BEGIN IMMEDIATE")
            try:
                newest = connection.execute(
                    """SELECT max(id) FROM (SELECT max(id) AS id FROM rating UNION ALL SELECT max(id) FROM event
                       UNION ALL SELECT max(id) FROM setting UNION ALL SELECT max(id) FROM redaction)"""
                ).fetchone()[0]
                yield Writing(connection, now, Keys(now, newest, bits=self._bits))
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        if not self._streaming:
            self._checkpoint()

    def _see_that_it_is_there(self) -> None:
        """DiaryFileError when the file was taken away or replaced: what is written would be lost with it."""
        if self._connection is None or self._standing is None:
            return
        if file.standing(self.path) != self._standing:
            raise DiaryFileError(
                _("The diary {path} was moved, deleted or replaced while it was open. Nothing was saved.").format(
                    path=self.path
                )
            )

    def _checkpoint(self) -> None:
        """Moves what was written from the log into the file, so that a copy made by hand is whole.

        What was written is durable without it: where the disk is full or another program reads, the next one does it.
        """
        if self._connection is not None:
            with suppress(sqlite3.OperationalError):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
