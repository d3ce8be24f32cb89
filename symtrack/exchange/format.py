"""A file format: how it is recognised, read and written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from symtrack.diary.rows import Row
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.registry import collect
from symtrack.store import DiaryStore, Rows

Found = Rows | tuple[Row, ...]
"""What is in a file: the rows of a copy of the diary, or what is to be entered into one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One file format.

    `recognises` looks at the content alone. `read` takes the content and the person's day, and raises InputError with
    one sentence; nothing that it returns is refused later. `write` gives the diary's text, from the first day to the
    last where they are given; a `whole` format has no room for them. `left_out` counts the events that have
    no place in it.
    """

    key: str
    whole: bool
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, date], Found]
    write: Callable[[DiaryStore, date | None, date | None], Iterator[str]]
    left_out: Callable[[DiaryStore, date | None, date | None], int]


@cache
def every_format() -> tuple[Format, ...]:
    """All the formats that there are, in order of their modules' names."""
    return collect("symtrack.exchange.formats", "FORMAT", Format)


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


def recognised(content: bytes) -> Format:
    """The format of the content; InputError when there is none."""
    for known in every_format():
        if known.recognises(content):
            return known
    raise InputError(
        _("This is no file that can be brought in: neither CSV with a column “day”, nor symtrack’s own JSON.")
    )
