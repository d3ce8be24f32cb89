"""The diary in its file: rows go in, what counts comes out. Nothing is ever overwritten."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from symtrack.diary import setting_keys
from symtrack.diary.check import check
from symtrack.diary.day import Clock, local_now
from symtrack.diary.rows import Row, Setting
from symtrack.errors import DiaryFileError, InputError
from symtrack.i18n import _
from symtrack.store import backup, checking, engine, erasing, file, last_day, making, migrating, undoing
from symtrack.store.beside import clear
from symtrack.store.engine import Connection, sqlite
from symtrack.store.reading import Reading
from symtrack.store.rows import Rows
from symtrack.store.uuid7 import Keys, RandomBits
from symtrack.store.vault import SALT_BYTES, Key, Secret
from symtrack.store.writing import Writing

if TYPE_CHECKING:
    from symtrack.store.merging import Came


@dataclass(frozen=True, slots=True)
class Saved:
    """What one action wrote: its own id, and the ids of its rows in the order given."""

    action: str
    ids: tuple[str, ...]


class DiaryStore(Reading):
    """One diary, one person, one file. Each `add` is one action in one durable transaction."""

    def __init__(
        self,
        path: Path,
        connection: Connection | None,
        *,
        clock: Clock,
        bits: RandomBits = secrets.randbits,
        patience: float = file.PATIENCE,
        key: Key | None = None,
    ) -> None:
        self.path = path
        self.clock = clock
        self._bits = bits
        self._patience = patience
        self._connection = connection
        self._key = connection.key if connection is not None else key
        self._streaming = False
        self._kept = {}
        self._standing: tuple[int, int] | None = None
        if connection is not None:
            self._hold(connection)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        secret: Secret | None = None,
        clock: Clock = local_now,
        bits: RandomBits = secrets.randbits,
        patience: float = file.PATIENCE,
    ) -> Self:
        """The diary at `path`; DiaryFileError when there is none, or when it is something else.

        With `create`, a path where nothing is yet is an empty diary; its file is made by the first write, sealed when
        there is a `secret`. SealedError when that secret does not open what is there. `patience` is how many seconds
        to wait for another program that is writing in it.
        """
        if create and not path.exists() and not path.is_symlink():
            key = secret.key(secrets.token_bytes(SALT_BYTES)) if secret is not None else None
            return cls(path, None, clock=clock, bits=bits, patience=patience, key=key)
        clear(Path(os.path.realpath(path)))
        connection = migrating.connect(path, secret=secret, patience=patience)
        return cls(path, connection, clock=clock, bits=bits, patience=patience)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def key(self) -> Key | None:
        """What the file is sealed with; it opens the copies that are made of it too. None for a plain diary."""
        return self._key

    def add(self, *given: Row) -> Saved:
        """Writes the rows as one action; durable when it returns. InputError, and nothing written, for a bad one.

        A rating takes the place of the one that counts for its day, time, item and voice, a setting that of its key.
        An event takes the place of the one that it `replaces`.
        """
        today = self.today
        for row in given:
            check(row, today=today)
        with self._writing() as writing:
            _make_share_key(writing)
            return Saved(*writing.action(given))

    def withdraw(self, *ids: str) -> Saved:
        """Takes rows away, as one action; InputError for an id that no counting row has."""
        with self._writing() as writing:
            return Saved(*writing.withdrawal(ids))

    def mark_private(self, *ids: str, private: bool) -> Saved:
        """Marks answers and events as private or not, as one action; InputError for an id that no counting row has."""
        with self._writing() as writing:
            return Saved(*writing.privacy(ids, private=private))

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
        from symtrack.store import taking

        with self._writing() as writing:
            return taking.take(writing, other)

    def bring_in(self, other: Path, *, secret: Secret | None = None) -> "Came":
        """Takes in what another copy of this diary, at `other`, has and this one has not; what it brought."""
        from symtrack.store import merging

        return merging.bring_in(self, other, secret=secret)

    def adopt(self, key: Key | None) -> None:
        """A diary of which no file was made yet will be sealed as the copy is that it is begun with."""
        if self._connection is None and self._key is None:
            self._key = key

    def make_share_key(self) -> None:
        """Sees to it that there is a key for change files, as there is since the first entry."""
        if not self.share_keys():
            with self._writing() as writing:
                _make_share_key(writing)

    def seal(self, secret: Secret | None) -> Key | None:
        """Writes the diary anew, sealed, or with None plain, and what is half written along; the key that it has now.

        DiaryFileError, and everything as it was, while another program has it open.
        """
        from symtrack.store import draft, sealing

        if self._connection is None:
            raise InputError(_("There is no diary yet. Make a first entry, and then choose a passphrase."))
        key = secret.key(secrets.token_bytes(SALT_BYTES)) if secret is not None else None
        self._checkpoint()
        with draft.carried(self):
            self._connection.close()
            try:
                sealing.switch(self.path, self._key, key, patience=self._patience)
                self._key = key
                if key is None:
                    last_day.forget(self.path)
            finally:
                self._hold(migrating.connect(self.path, secret=self._key, patience=self._patience))
        return key

    def seal_copy(self, copy: Path, former: Key | None) -> bool:
        """Seals a copy of this diary as the diary is now, after it had the key `former`; False for any other file.

        DiaryFileError when it can't be; also when the person named it, since it may be in use on its own.
        """
        from symtrack.store import sealing

        return sealing.renew(self, copy, former)

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
        from symtrack.store import elsewhere

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
        with file.spoken(self.path, reading=True):
            return checking.findings(self._connection)

    def see_that_it_is_whole(self) -> None:
        """DiaryFileError when a page of the file is damaged: what is left would look like all that there was."""
        if self._connection is not None:
            with file.spoken(self.path, reading=True):
                checking.see_that_it_is_whole(self._connection, self.path)

    @contextmanager
    def stream(self) -> Iterator[None]:
        """Within it each `add` is durable as ever, but the file is made whole again only once, at the end."""
        self._streaming = True
        try:
            yield
        finally:
            self._streaming = False
            self._settle()

    def _hold(self, connection: Connection) -> Connection:
        connection.row_factory = sqlite.Row
        self._connection, self._standing = connection, connection.file or engine.standing(self.path)
        return connection

    @contextmanager
    def _writing(self) -> Iterator[Writing]:
        """One transaction; the file is made when there is none yet."""
        now = self.clock()
        self._see_that_it_is_there()
        connection = self._connection
        if connection is None:
            made = making.create(self.path, now, self._bits, key=self._key, patience=self._patience)
            connection = self._hold(made)
        with file.spoken(self.path):
            connection.execute("PRAGMA journal_mode = WAL")  # A restored copy has none yet.
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._see_that_it_is_there()  # Another program may have put one in its place while this one waited.
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
            self._settle()

    def _see_that_it_is_there(self) -> None:
        """DiaryFileError when the file was taken away or replaced: what is written would be lost with it."""
        if self._connection is None or self._standing is None:
            return
        if engine.standing(self.path) != self._standing:
            said = _("The diary {path} was moved, deleted or replaced while it was open. Nothing was saved.")
            raise DiaryFileError(said.format(path=self.path))

    def _settle(self) -> None:
        """What belongs to the end of each action, or of a stream of them."""
        self._checkpoint()
        last_day.follow(self)

    def _checkpoint(self) -> None:
        """Moves what was written from the log into the file, so that a copy made by hand is whole.

        What was written is durable without it: where the disk is full or another program reads, the next one does it.
        """
        if self._connection is not None:
            with suppress(sqlite.OperationalError):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _make_share_key(writing: Writing) -> None:
    """Copies that part early still read each other's change files: the key is there from the first entry on."""
    query = "SELECT 1 FROM setting WHERE key = ? AND value IS NOT NULL"
    if writing.connection.execute(query, (setting_keys.SHARE_KEY,)).fetchone() is None:
        writing.action([Setting(key=setting_keys.SHARE_KEY, value=Key.new().raw.hex(), private=True)])
