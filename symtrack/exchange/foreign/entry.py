"""What a foreign file says, one thing after the other, before anybody knows what it means here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from symtrack.errors import InputError
from symtrack.i18n import _

NOTE = "note"
"""The subject of free text that stands on its own: it becomes a note unless somebody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of one subject on one day, as it was written.

    `where` is for people, such as “line 12”. A `day` that is text may be written in any order of day and month: which
    one is found out from all of them together, or asked. `time` is HH:MM on the wall. `label` is the file's own word
    for a number; `note` is what was written beside it.
    """

    where: str
    day: date | str
    subject: str
    value: str
    time: str | None = None
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """What can't be read, or is nothing for a diary: a sentence that says why, the same for all that is alike."""

    where: str
    why: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about the whole file that the person has to see, such as which letters it was read in."""

    sentence: str


DAY, TIME, SUBJECT, VALUE, THING = "day", "time", "subject", "value", "thing"
ROLES = (DAY, TIME, SUBJECT, VALUE, NOTE, THING)
"""What a column of a table can be; a THING is a subject of its own, whatever the column is called."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, and the roles that some of them were given: the person may want others."""

    names: tuple[str, ...]
    roles: Mapping[str, str]


class ColumnError(InputError):
    """More than one column may be the one with the day, or none is: the person has to say which. `columns` are all."""

    def __init__(self, sentence: str, columns: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.columns = columns


Read = Entry | Unread | Remark | Columns


def line(number: int) -> str:
    """Where something is, in a file of lines."""
    return _("line {number}").format(number=number)
