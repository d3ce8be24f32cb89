"""The paper as a file: of the kind that its name ends in, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from symtrack import whole_file
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.report.blocks import Block

KINDS = (".pdf", ".html", ".txt")


def write(blocks: Iterable[Block], path: Path, *, paper: Literal["a4", "letter"] = "a4") -> None:
    """Write what the file's name asks for, one of KINDS; SymtrackError with one sentence when it can't be written.

    The same blocks give the same bytes.
    """
    check(path)
    keep(content(blocks, path.suffix.lower(), paper=paper), path)


def content(blocks: Iterable[Block], kind: str, *, paper: Literal["a4", "letter"] = "a4") -> bytes:
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


def check(path: Path) -> None:
    """SymtrackError unless a paper can have that name."""
    if path.is_dir():
        raise SymtrackError(_("“{path}” is a folder. A paper needs the name of a file.").format(path=path))
    if not path.parent.is_dir():
        raise SymtrackError(_("There is no folder “{folder}”.").format(folder=path.parent))


def keep(content: bytes, path: Path) -> None:
    """The file is there whole, or SymtrackError says why not."""
    try:
        whole_file.write(path, (content,))
    except OSError as error:
        raise SymtrackError(
            _("“{path}” can’t be written: {reason}.").format(path=path, reason=reason(error))
        ) from error
