"""The sheets beside the report: one module a sheet."""

from symtrack.registry import collect
from symtrack.report.sheet import Sheet


def sheets() -> tuple[Sheet, ...]:
    """Every sheet there is, in their order."""
    return tuple(sorted(collect("symtrack.report.sheets", "SHEET", Sheet), key=lambda sheet: sheet.place))


def sheet(key: str) -> Sheet:
    """The sheet of that key."""
    return next(each for each in sheets() if each.key == key)
