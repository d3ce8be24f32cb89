"""Bringing in another copy of the diary, made on another computer: the union of the rows, and what it changed."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack.diary.rows import Event, Rating
from symtrack.errors import DiaryFileError, InputError
from symtrack.i18n import _
from symtrack.store import checking, file, migrating, rows
from symtrack.store.rows import Rows
from symtrack.store.vault import Key, Secret

if TYPE_CHECKING:
    from symtrack.store.diary_store import DiaryStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came with the other copy.

    `added` counts the new rows by table. `ratings` and `events` are those that count now and were not there before;
    `changed` are answers that another one took the place of, each with it; `gone` are rows that were taken away there.
    """

    added: Mapping[str, int]
    ratings: tuple[Rating, ...] = ()
    events: tuple[Event, ...] = ()
    changed: tuple[tuple[Rating, Rating], ...] = ()
    gone: tuple[Rating | Event, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything was new."""
        return any(self.added.values())


def bring_in(opened: "DiaryStore", other: Path, *, secret: Secret | None = None) -> Came:
    """Takes in what the copy at `other` has and the open diary has not. An empty diary becomes a copy of the other.

    `secret` opens the other one when it is sealed. DiaryFileError, and nothing taken, when it is damaged or holds what
    this program would not have written; InputError when it is another person's diary.
    """
    if other.exists() and opened.path.exists() and other.samefile(opened.path):
        raise InputError(_("{path} is the diary itself, not a copy of it.").format(path=other))
    found, key = read(other, secret or opened.key)
    opened.adopt(key)
    before = {_place(row): row for row in _counting(opened)}
    added = opened.take(found)
    if not any(added.values()):
        return Came(added=added)
    after = {_place(row): row for row in _counting(opened)}
    changed = [(was, after[place]) for place, was in before.items() if place in after and after[place].id != was.id]
    new = [row for place, row in after.items() if place not in before]
    return Came(
        added=added,
        ratings=tuple(row for row in new if isinstance(row, Rating)),
        events=tuple(row for row in new if isinstance(row, Event)),
        changed=tuple((was, now) for was, now in changed if isinstance(was, Rating) and isinstance(now, Rating)),
        gone=tuple(row for place, row in before.items() if place not in after),
    )


def read(path: Path, secret: Secret | None) -> tuple[Rows, Key | None]:
    """Every row of the diary at `path`, once all of it was looked at, and what it is sealed with."""
    with file.spoken(path), closing(migrating.as_now(path, secret=secret)) as other:
        wrong = checking.findings(other)
        if wrong:
            raise DiaryFileError(_("The copy {path} is not good: {why}").format(path=path, why=" ".join(wrong)))
        return rows.every(other), other.key


def _counting(opened: "DiaryStore") -> list[Rating | Event]:
    return [*opened.ratings(date.min, date.max), *opened.events()]


def _place(row: Rating | Event) -> tuple[object, ...]:
    """Where only one row counts."""
    return row.place if isinstance(row, Rating) else (row.origin,)
