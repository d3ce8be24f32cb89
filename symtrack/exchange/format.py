"""A file format: how it is recognised, read and written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from symtrack.diary.rows import Row
from symtrack.errors import InputError
from symtrack.exchange.foreign.choice import Known, Suggestion
from symtrack.exchange.foreign.entry import Read
from symtrack.exchange.foreign.survey import Seen
from symtrack.exchange.source import Source
from symtrack.i18n import _
from symtrack.registry import collect
from symtrack.store import DiaryStore, Rows

_DIARY = b"SQLite format 3\0"

Found = Rows | tuple[Row, ...]
"""What is in a file of ours: the rows of a copy of the diary, or what is to be entered into one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """How a diary is written: `write` gives its text, from the first day to the last where they are given.

    A `whole` format has no room for days. `left_out` counts the events that have no place in it.
    """

    whole: bool
    write: Callable[[DiaryStore, date | None, date | None], Iterator[str]]
    left_out: Callable[[DiaryStore, date | None, date | None], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One file format, an `Own` or a `Foreign` one; `name` is what people call it.

    `recognises` looks at the content alone, and quickly: at the head, or at the names of the files within. A `general`
    format takes what no other one knows. `writer` is there where a diary can be exported in it.
    """

    key: str
    name: str
    recognises: Callable[[Source], bool]
    general: bool = False
    writer: Writer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Own(Format):
    """What symtrack wrote itself, where each thing is what it is called.

    `read` takes the file and the person's day, and raises InputError with one sentence; nothing that it returns is
    refused later. `lacks` is a sentence about what such a file never holds; none where it holds everything.
    """

    read: Callable[[Source, date], Found]
    lacks: str = ""


def _nothing(_seen: Seen) -> Suggestion | Known | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign(Format):
    """What another app wrote.

    `entries` gives what the file says, one thing after the other, and never holds all of it. It raises InputError only
    where the file is none of this format; what can't be read of a single entry is an `Unread`. `suggests` says what is
    known of the app's own values, and the subject's name then tells the item; or, where the app has such a subject for
    everybody, all that it becomes. Where the file is a table, the second argument of `entries` has the roles of columns
    that the person chose; other formats ignore it.
    """

    entries: Callable[[Source, Mapping[str, str]], Iterator[Read]]
    suggests: Callable[[Seen], Suggestion | Known | None] = _nothing


@cache
def every_format() -> tuple[Format, ...]:
    """All the formats that there are, in order of their modules' names."""
    return collect("symtrack.exchange.formats", "FORMAT", Format)


def writers() -> Mapping[str, Writer]:
    """The formats that a diary can be written in, by their keys."""
    return {known.key: known.writer for known in every_format() if known.writer}


def named(key: str) -> Format:
    """The format called `key`; InputError names those that there are."""
    for known in every_format():
        if known.key == key:
            return known
    raise InputError(
        _("“{key}” is no format. There are: {known}.").format(
            key=key, known=", ".join(known.key for known in every_format())
        )
    )


def recognised(source: Source) -> Format:
    """The format of the content; InputError when there is none."""
    if source.head.startswith(_DIARY):
        raise InputError(
            _("“{name}” is a diary. Another copy of yours comes in with “merge”, or in Settings.").format(
                name=source.name
            )
        )
    for known in sorted(every_format(), key=lambda known: known.general):
        if known.recognises(source):
            return known
    raise InputError(
        _("“{name}” can’t be brought in: it is none of these. {known}.").format(
            name=source.name, known=", ".join(_(known.name) for known in every_format())
        )
    )
