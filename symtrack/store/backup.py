"""Making copies of a diary, each opened and checked before it gets its name, and what is done with them later."""

import os
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack.errors import DiaryFileError
from symtrack.i18n import _, n_
from symtrack.store import checking, copies, copying, file, lock, looking, migrating
from symtrack.store.beside import beside
from symtrack.store.copies import Copy
from symtrack.store.engine import Connection, sqlite
from symtrack.store.rows import COLUMNS, CONTENT, ROWS, Rows
from symtrack.store.vault import Key, Secret

if TYPE_CHECKING:
    from symtrack.store.diary_store import DiaryStore


def copy(connection: Connection, path: Path, *, like: Path, keep: bool = False) -> Path | None:
    """Puts a checked copy of the open diary at `path`: whole, or nothing is there. DiaryFileError says why not.

    With `keep`, what stands there gets a second name, which is returned. `like` is the diary's own file.
    """
    kept = None
    with file.spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as new:
            copying.write(connection, new, like=like)
            if keep or copying.logs(path):
                kept = copying.set_aside(path, _moment(), secret=connection.key)
            new.replace(path)
        file.make_durable(path.parent)
    return kept


def into(opened: "DiaryStore", folder: Path) -> tuple[Path, Path | None]:
    """Today's copy in the folder, made anew; and what stood there, if it holds more than the diary or is not good."""
    path = folder / copies.name(opened.path, opened.id, opened.today)
    damaged = path.is_file() and not _diary_in(path, opened.key)
    return path, opened.back_up(path, keep=True) if damaged else over(opened, path)


def over(opened: "DiaryStore", path: Path) -> Path | None:
    """Puts a copy at `path`, also over an earlier copy of this diary, which is kept if it holds more than the diary.

    The second name of what was kept. DiaryFileError, and nothing changed, when something else is there.
    """
    path = Path(os.path.realpath(path))
    if not path.exists():
        return opened.back_up(path)
    lock.refuse_when_held(path)
    if opened.path.exists() and path.samefile(opened.path):
        raise DiaryFileError(_("{path} is the diary itself. A copy needs a name of its own.").format(path=path))
    if _diary_in(path, opened.key) != opened.id:
        raise DiaryFileError(_("{path} is not a copy of this diary, and is not written over.").format(path=path))
    return opened.back_up(path, keep=_worth_keeping(opened, path))


def restore(source: Path, path: Path, *, secret: Secret | None = None, now: datetime | None = None) -> Path | None:
    """Puts the checked copy `source` where the diary is; the path of what was there, moved aside, None for nothing.

    Where a sealed diary is that `secret` opens, what comes in its place is sealed too, with the copy's own key or else
    with the diary's. DiaryFileError, and nothing changed, when the copy is not good, or another person's. The caller
    sees to it that no window is open.
    """
    path = Path(os.path.realpath(path))
    with file.spoken(path):
        if path.is_dir():
            raise DiaryFileError(_("{path} is a folder, not a diary.").format(path=path))
        if path.exists() and source.exists() and path.samefile(source):
            raise DiaryFileError(_("{path} is the diary itself, not a copy of it.").format(path=path))
        with closing(_good(source, secret)) as opened:
            present, key = _diary_and_key(path, secret)
            key = _diary_and_key(source, secret)[1] or key
            if present and present != file.diary(opened):
                raise DiaryFileError(_("{path} is a copy of another person’s diary.").format(path=source))
            path.parent.mkdir(parents=True, exist_ok=True)
            with beside(path) as new:
                like = path if path.exists() else source
                copying.write_sealed(opened, new, key, like=like)
                aside = copying.set_aside(path, _moment(now), secret=secret)
                new.replace(path)
        file.make_durable(path.parent)
    return aside


def renew(opened: "DiaryStore", path: Path) -> None:
    """Erases in the copy at `path` what is erased in the open diary, and writes the copy anew."""
    from symtrack.store.diary_store import DiaryStore

    lock.refuse_when_held(path)
    redactions = Rows(diary=opened.id, tables={"redaction": opened.rows().tables["redaction"]})
    with file.spoken(path):
        with beside(path) as new:
            with closing(migrating.as_now(path, secret=opened.key)) as before:
                copying.write_sealed(before, new, opened.key, like=path)
            if copying.logs(path):
                raise DiaryFileError(_("Another program has {path} open.").format(path=path))
            with DiaryStore.open(new, secret=opened.key) as copied:
                copied.take(redactions)
                copied.sweep()
            new.replace(path)
        file.make_durable(path.parent)


def holding(opened: "DiaryStore", folders: Iterable[Path], ids: Iterable[str] = ()) -> list[Path]:
    """The copies of this diary in the folders that still hold something that is erased in it, or that can't be read.

    With `ids`, those that hold one of these rows. Copies under other names are found too: those that were moved aside,
    or made by hand.
    """
    wanted = set(ids) or {str(row["target"]) for row in opened.rows().tables["redaction"]}
    found = []
    for path in copies.beside_it(opened.path, folders):
        try:
            with file.spoken(path), closing(migrating.as_now(path, secret=opened.key)) as copied:
                if file.diary(copied) == opened.id and wanted & _saying(copied):
                    found.append(path)
        except DiaryFileError:
            if copies.is_named_after(path, opened.path):
                found.append(path)
    return found


def compared(opened: "DiaryStore", path: Path) -> list[str]:
    """What the open diary lacks of its copy at `path`, or says otherwise; what was erased for good may differ."""
    now = opened.rows()
    erased = {row["target"] for row in now.tables["redaction"]}
    with file.spoken(path), closing(migrating.as_now(path, secret=opened.key)) as copied:
        erased |= {row[0] for row in copied.execute("SELECT target FROM redaction")}
        lacking, changed = 0, []
        for table, columns in COLUMNS.items():
            present = {row["id"]: tuple(row[column] for column in columns) for row in now.tables[table]}
            for values in copied.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id"):  # noqa: S608 - our names
                id_ = values[0]
                if id_ not in present:
                    lacking += 1
                elif present[id_] != tuple(values) and id_ not in erased:
                    changed.append(
                        _("The {table} {id} was changed by hand: the copy {path} says something else.").format(
                            table=table, id=id_, path=path
                        )
                    )
    rolled_back = n_(
        "The diary was rolled back: it lacks {n} row that the copy {path} has.",
        "The diary was rolled back: it lacks {n} rows that the copy {path} has.",
        lacking,
    ).format(n=lacking, path=path)
    return ([rolled_back] if lacking else []) + changed[: checking.MOST]


def last_good(made: Iterable[Copy], *, secret: Secret | None = None) -> tuple[Copy | None, list[str]]:
    """The newest copy whose pages and tables are good; and a sentence for each newer one that is not."""
    bad: list[str] = []
    for each in sorted(made, reverse=True):
        try:
            with closing(migrating.as_now(each.path, secret=secret)) as opened:
                found = checking.damage(opened)
        except DiaryFileError as error:
            found = [str(error)]
        if not found:
            return each, bad
        bad.append(_("The copy {path} is not good: {why}").format(path=each.path, why=found[0]))
    return None, bad


def daily(opened: "DiaryStore", folder: Path, today: date) -> Path | None:
    """Makes today's copy unless there is one, and thins out older ones; the new copy, or None."""
    made = copies.found(folder, opened.path, opened.id)
    for each in made:  # Sealing the diary may have been cut off before it came to its copies.
        if opened.key is not None and looking.is_plain(each.path):
            opened.seal_copy(each.path, None)
    if any(each.day == today for each in made):
        return None
    path = folder / copies.name(opened.path, opened.id, today)
    opened.back_up(path)
    new = Copy(today, path)
    made.append(new)
    with file.spoken(folder):
        # The new one stays, also when a clock that was set back makes it the oldest.
        for each in set(made) - copies.kept(made) - {new}:
            each.path.unlink(missing_ok=True)
    return path


def _worth_keeping(opened: "DiaryStore", path: Path) -> bool:
    try:
        return bool(compared(opened, path))
    except DiaryFileError:
        return True


def _good(source: Path, secret: Secret | None) -> Connection:
    opened = migrating.as_now(source, secret=secret)
    found = checking.findings(opened)
    if found:
        opened.close()
        raise DiaryFileError(_("The copy {path} is not good: {why}").format(path=source, why=" ".join(found)))
    return opened


def _diary_in(path: Path, secret: Secret | None) -> str:
    """The id of the diary at `path`; empty when there is none that can be read."""
    return _diary_and_key(path, secret)[0]


def _diary_and_key(path: Path, secret: Secret | None) -> tuple[str, Key | None]:
    """The id of the diary at `path` and what it is sealed with; neither when there is none that can be read."""
    try:
        with closing(file.opened(path, secret=secret)) as opened, file.spoken(path):
            return file.diary(opened), opened.key
    except DiaryFileError:
        return "", None


def _saying(connection: sqlite.Connection) -> set[str]:
    """The ids of the rows that say something."""
    return {
        str(row[0])
        for table in ROWS
        for row in connection.execute(
            f"SELECT id FROM {table} WHERE {' OR '.join(f'{column} IS NOT NULL' for column in CONTENT[table])}"  # noqa: S608 - our names
        )
    }


def _moment(now: datetime | None = None) -> str:
    return f"before {now or datetime.now().astimezone():%Y-%m-%d %H.%M.%S}"
