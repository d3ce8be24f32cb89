"""Text that a spreadsheet would run: written with an apostrophe before it, and read back without.

Which first characters those are: OWASP, “CSV injection”.
"""

import re

_RUN = re.compile(r"'*[=+\-@\t\r]")


def guarded(cell: str) -> str:
    """The cell as a spreadsheet takes it for text."""
    return f"'{cell}" if _RUN.match(cell) else cell


def unguarded(cell: str) -> str:
    """The text that was written."""
    return cell[1:] if cell.startswith("'") and _RUN.match(cell) else cell
