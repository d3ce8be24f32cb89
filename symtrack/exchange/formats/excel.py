"""Excel: the first sheet of a workbook that has a table on it."""

from collections.abc import Iterator, Mapping

from symtrack.errors import InputError
from symtrack.exchange.foreign import table, workbook
from symtrack.exchange.foreign.entry import Read, Remark
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _

WORKBOOK, OLD = "workbook.xml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def recognises(source: Source) -> bool:
    """Whether it is a workbook, or one of the kind that Excel wrote before 2007."""
    return source.head.startswith(OLD) or (source.member(WORKBOOK) is not None and not source.is_folder)


def entries(source: Source, roles: Mapping[str, str]) -> Iterator[Read]:
    """What the table says. What a formula gave is taken as it was last shown; a formula itself is only text."""
    if source.head.startswith(OLD):
        raise InputError(
            _("“{name}” is an Excel file of an old kind. Please save it as .xlsx or CSV first.").format(
                name=source.name
            )
        )
    with workbook.sheets(source) as found:
        for sheet in found:
            header = next((cells for _where, cells in sheet.rows if sum(map(bool, cells)) > 1), None)
            if header is None:
                continue
            if sheet.others:
                yield Remark(_("Only the sheet “{name}” was read.").format(name=sheet.name))
            yield from table.entries(header, sheet.rows, roles)
            return
    raise InputError(_("“{name}” is empty.").format(name=source.name))


FORMAT = Foreign(key="excel", name=N_("Excel"), general=True, recognises=recognises, entries=entries)
