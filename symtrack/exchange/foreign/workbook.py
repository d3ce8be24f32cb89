"""The sheets of an Excel workbook as rows of text, a row at a time and within bounds."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from symtrack.exchange.foreign.csv_text import LONGEST_CELL, MOST_COLUMNS
from symtrack.exchange.source import Source, damaged, too_big
from symtrack.i18n import _

MOST, LARGEST_PART, MOST_ROWS = 32 << 20, 64 << 20, 200_000
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    EOFError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the reader raises, by experience, where the parts of a workbook do not fit together."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: where each row is, and its cells as text. `others` says whether there are more sheets."""

    name: str
    rows: Iterator[tuple[str, Sequence[str]]]
    others: bool


@contextmanager
def sheets(source: Source) -> Iterator[Iterator[Sheet]]:
    """The sheets in their order, while the block lasts. InputError when it is no workbook, or larger than a diary.

    A cell with a formula has what the formula last gave; where that is not kept, the formula stands as text.
    """
    from openpyxl import load_workbook

    if source.size > MOST:
        raise too_big(source.name)
    if any(member.size > LARGEST_PART for member in source.members):
        raise too_big(source.name)
    content = source.whole(MOST)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Of drawings and styles that the reader does not know.
        try:
            given, formulas = (
                load_workbook(io.BytesIO(content), read_only=True, data_only=last, keep_links=False)
                for last in (True, False)
            )
        except _DAMAGE as error:
            raise damaged(source.name) from error
        try:
            names = [sheet.title for sheet in given.worksheets]
            yield (Sheet(name, _rows(source, given[name], formulas[name]), others=len(names) > 1) for name in names)
        finally:
            given.close()
            formulas.close()


def _rows(source: Source, given: Any, formulas: Any) -> Iterator[tuple[str, Sequence[str]]]:
    """Every row with anything in it. What a sheet says of its own size is not believed."""
    for sheet in (given, formulas):
        sheet.reset_dimensions()
    both = zip(given.iter_rows(values_only=True), formulas.iter_rows(values_only=True), strict=False)
    at = 0
    while True:
        try:
            row = next(both, None)
        except _DAMAGE as error:
            raise damaged(source.name) from error
        at += 1
        if row is None:
            return
        if at > MOST_ROWS or len(row[0]) > MOST_COLUMNS:
            raise too_big(source.name)
        cells = tuple(map(_text, *row))
        if any(cells):
            yield _("row {n}").format(n=at), cells


def _text(given: object, formula: object) -> str:
    cell = formula if given is None else given
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float():
            return f"{cell:.10g}"
        case datetime():
            return cell.isoformat(sep=" ", timespec="minutes")
        case _:
            return str(cell)[:LONGEST_CELL]
