"""A table as text, of any app or spreadsheet: any delimiter and usual encoding, wide or long."""

from collections.abc import Iterator, Mapping

from symtrack.exchange.foreign import csv_text, table
from symtrack.exchange.foreign.entry import Read, Remark, line
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _


def recognises(source: Source) -> bool:
    """Whether it is text with at least two columns, and no other kind of text."""
    return csv_text.header(source) is not None


def entries(source: Source, roles: Mapping[str, str]) -> Iterator[Read]:
    """What the table says. InputError where no column has days, or more than one has and no name tells."""
    with csv_text.rows(source) as sheet:
        if sheet.text.guessed:
            yield Remark(_(csv_text.GUESSED))
        yield from table.entries(sheet.header, ((line(at), cells) for at, cells in sheet.rows), roles)


FORMAT = Foreign(key="table", name=N_("a table (CSV)"), general=True, recognises=recognises, entries=entries)
