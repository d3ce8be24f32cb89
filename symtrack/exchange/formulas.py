"""Text that a spreadsheet would run: written with an apostrophe before it, and read back without.

Which first characters those are: OWASP, “CSV injection”; the broad ones of Japanese and Chinese keyboards among them.
Some spreadsheets skip the space before them.
"""

import re

_RUN = re.compile(r"'*(?:[ \u00a0\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")


def guarded(cell: str) -> str:
    """The cell as a spreadsheet takes it for text."""
    return f"'{cell}" if _RUN.match(cell) else cell


def unguarded(cell: str) -> str:
    """The text that was written."""
    return cell[1:] if cell.startswith("'") and _RUN.match(cell) else cell
