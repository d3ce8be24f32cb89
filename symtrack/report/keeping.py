"""The paper as a file: of the kind that its name ends in, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from symtrack.i18n import Paper
from symtrack.report.blocks import Block

KINDS = (".pdf", ".html", ".txt")


def write(blocks: Iterable[Block], path: Path, *, paper: Paper = "a4") -> None:
    """Write what the file's name asks for, one of KINDS; SymtrackError with one sentence when it can't be written.

    The same blocks give the same bytes.
    """
    from symtrack.store import outgoing

    outgoing.check(path)
    outgoing.write(path, (content(blocks, path.suffix.lower(), paper=paper),))


def content(blocks: Iterable[Block], kind: str, *, paper: Paper = "a4") -> bytes:
    """What stands in a file of that kind, one of KINDS."""
    match kind:
        case ".pdf":
            from symtrack.report import pdf

            return pdf.of(blocks, paper=paper)
        case ".html":
            from symtrack.report import html

            return html.of(blocks).encode("utf-8", "replace")
        case _:
            from symtrack.report import text

            return text.of(blocks).encode("utf-8", "replace")
