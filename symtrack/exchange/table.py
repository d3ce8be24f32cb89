"""The rows of a CSV file: UTF-8, a header with a column `day`, a delimiter of comma, semicolon or tab."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from symtrack.errors import InputError
from symtrack.i18n import _

DAY = "day"
_DELIMITERS = (",", ";", "\t")
_LONGEST = 2**31 - 1
"""So many characters may stand in one cell. A note may be longer than the 131,072 that Python’s reader begins with."""


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and (line, cells) for each row that is not empty; `line` counts from 1."""

    header: tuple[str, ...]
    rows: Iterator[tuple[int, list[str]]]


@contextmanager
def table(file: BinaryIO) -> Iterator[Table]:
    """The table in the file, read from its beginning while the block lasts; InputError names the line that is wrong."""
    csv.field_size_limit(_LONGEST)
    file.seek(0)
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        first = text.readline()
        delimiter, header = _header(first)
        yield Table(header, _rows(text, delimiter, len(header)))
    except UnicodeDecodeError:
        raise _not_text(file) from None
    finally:
        text.detach()  # Otherwise the wrapper would close the file, and it may be read once more.


def header_of(content: bytes) -> tuple[str, ...] | None:
    """The names of the columns, of a file that begins so; None where none of them is `day`."""
    try:
        return _header(re.split(rb"[\r\n]", content, maxsplit=1)[0].decode("utf-8-sig"))[1]
    except (UnicodeDecodeError, InputError):
        return None


def at(line: int, sentence: object) -> InputError:
    """The error with the line that it is in."""
    return InputError(_("Line {line}: {sentence}").format(line=line, sentence=sentence))


def _header(line: str) -> tuple[str, tuple[str, ...]]:
    """The delimiter and the columns' names."""
    if not line.strip():
        raise InputError(_("The file is empty. Its first line names the columns, such as day,pain,nausea."))
    for delimiter in _DELIMITERS:
        try:
            names = tuple(name.strip() for name in next(csv.reader([line], delimiter=delimiter, strict=True)))
        except csv.Error:
            continue
        if DAY in names:
            return delimiter, names
    raise InputError(_("There is no column “day”. The first line names the columns, such as day,pain,nausea."))


def _rows(text: TextIO, delimiter: str, width: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    line = 2
    try:
        for row in reader:
            if len(row) > width:
                raise at(line, _("it has more fields than there are columns."))
            if any(row):
                yield line, row
            line = reader.line_num + 2
    except csv.Error:
        raise at(line, _("a quotation mark or a line end is not where it can be.")) from None


def _not_text(file: BinaryIO) -> InputError:
    """The error for a file that is not UTF-8, with the first line that is not."""
    file.seek(0)
    for line, content in enumerate(file, start=1):
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            return at(line, _("this is not UTF-8 text. A spreadsheet can save the file as “CSV UTF-8”."))
    return InputError(_("The end of the file is not UTF-8 text."))
