"""Tables as text from anywhere: any delimiter, any usual encoding, and no line or cell longer than a person writes."""

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from symtrack.errors import InputError
from symtrack.exchange.source import Source, too_big
from symtrack.i18n import N_, _

DELIMITERS = (",", ";", "\t", "|")
LONGEST_LINE = 1 << 18
LONGEST_CELL = 1 << 17
MOST_COLUMNS, MOST_LINES = 500, 1_000_000
MOST_BYTES = 1 << 28
LOOKED_AT = 50
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE = 1 << 20
GUESSED = N_("The file does not say how its letters are written. They were read as Windows does it in Western Europe.")


@dataclass(frozen=True, slots=True)
class Text:
    """How the file is written; `guessed` where the letters may be others."""

    encoding: str
    delimiter: str
    guessed: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The names of the columns, and (line, cells) for each row with anything in it; `line` counts from 1."""

    header: tuple[str, ...]
    rows: Iterator[tuple[int, list[str]]]
    text: Text


def header(source: Source) -> tuple[str, ...] | None:
    """The names of the columns, from the head alone; None where it is no table.

    JSON and XML are none, though theirs may be one line without end and with many commas.
    """
    head = _decoded(source.head)
    if head is None or head.lstrip("\ufeff \t\r\n").startswith(("{", "[", "<")):
        return None
    delimiter = _delimiter(head)
    if delimiter is None:
        return None
    for row in _parsed(io.StringIO(head, newline=""), delimiter):
        if any(cell.strip() for cell in row[1]):
            return tuple(cell.strip() for cell in row[1])
    return None


@contextmanager
def rows(source: Source) -> Iterator[Sheet]:
    """The table in the file while the block lasts; InputError where it is none, or where a line can't be taken."""
    head = _decoded(source.head)
    delimiter = _delimiter(head) if head is not None else None
    if delimiter is None:
        raise InputError(_("“{name}” is no table of text.").format(name=source.name))
    if source.size > MOST_BYTES:
        raise too_big(source.name)
    encoding, guessed = _encoding(source)
    with source.open() as file, io.TextIOWrapper(file, encoding=encoding, newline="", errors="strict") as text:
        numbered = _parsed(text, delimiter)
        first = next(((at, row) for at, row in numbered if any(cell.strip() for cell in row)), None)
        if first is None:
            raise InputError(_("“{name}” is empty.").format(name=source.name))
        names = tuple(cell.strip() for cell in first[1])
        filled = ((at, row) for at, row in numbered if any(cell.strip() for cell in row))
        yield Sheet(names, filled, Text(encoding, delimiter, guessed))


def _parsed(text: TextIO, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line on which it begins, without the line `sep=;` that spreadsheets write first."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    at = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            raise InputError(_("Line {n} is no line of a table.").format(n=at)) from None
        except UnicodeError:
            raise InputError(_("Line {n} holds letters that can’t be read.").format(n=at)) from None
        if row is None:
            return
        if at > MOST_LINES:
            raise InputError(_("The table has more lines than a diary has."))
        if len(row) > MOST_COLUMNS:
            raise InputError(_("Line {n} is longer than a line of a diary.").format(n=at))
        if at > 1 or not (len(row) <= len("ab") and row and row[0].startswith("sep=")):
            yield at, row
        at = reader.line_num + 1


def _lines(text: TextIO) -> Iterator[str]:
    """The lines, none of which is without end."""
    while line := text.readline(LONGEST_LINE):
        if len(line) >= LONGEST_LINE:
            raise csv.Error
        yield line


def _encoding(source: Source) -> tuple[str, bool]:
    """The encoding: what the file begins with tells it, or that all of it is UTF-8; else it is guessed."""
    for mark, encoding in _MARKS:
        if source.head.startswith(mark):
            return encoding, False
    for encoding in ("utf-8", "cp1252"):
        decoder = codecs.getincrementaldecoder(encoding)()
        with source.open() as file:
            try:
                while piece := file.read(_PIECE):
                    decoder.decode(piece)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
        return encoding, encoding != "utf-8"
    return "latin-1", True


def _decoded(head: bytes) -> str | None:
    """The head as text, the end of which may be cut off; None where it is no text."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return codecs.getincrementaldecoder(encoding)("replace").decode(head)
    if b"\0" in head or head.startswith((b"PK\3\4", b"%PDF", b"SQLite format")):
        return None
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return head.decode("cp1252", "replace")


def _delimiter(head: str) -> str | None:
    """The delimiter that gives the first lines most columns, and the same number in nearly all; None for no table."""
    if head.startswith("sep=") and head[4:5] in DELIMITERS:
        return head[4]
    best, columns = None, 1
    for delimiter in DELIMITERS:
        widths = _widths(head, delimiter)
        if widths and widths[0] > columns and sum(width == widths[0] for width in widths) * 4 >= len(widths) * 3:
            best, columns = delimiter, widths[0]
    return best


def _widths(head: str, delimiter: str) -> list[int]:
    """The number of cells in each of the first rows; the last one may be cut off, and is not looked at."""
    found: list[int] = []
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if any(row):
                found.append(len(row))
            if len(found) > LOOKED_AT:
                break
    except csv.Error:
        pass
    return found[:-1] if len(found) > 2 else found  # noqa: PLR2004 - a header and one row are all that a small one has
