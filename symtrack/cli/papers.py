"""What the commands that write a paper have in common: the file and its kind, the size of the paper, the language."""

from pathlib import Path

import click

from symtrack import i18n
from symtrack.cli import options
from symtrack.errors import InputError
from symtrack.i18n import Paper, _
from symtrack.report.keeping import KINDS

PAPERS = ("a4", "letter")


def target() -> click.Option:
    """Where the paper goes."""
    return click.Option(
        ["-o", "--output", "target"],
        required=True,
        metavar="FILE.pdf|.html|.txt",
        help=_("The file, of the kind that its name ends in."),
    )


def size() -> click.Option:
    """The size of the sheet of paper."""
    return click.Option(
        ["--paper", "size"],
        type=options.one_of("--paper", PAPERS),
        metavar="NAME",
        help=_("a4 or letter; else the one that is usual where the language is spoken."),
    )


def language() -> click.Option:
    """The language that the paper speaks."""
    return click.Option(["--language"], metavar="CODE", help=_("The paper’s language, such as en_US."))


def size_of(named: str | None) -> Paper:
    """The size that was named, otherwise the usual one of the language that is spoken now."""
    return i18n.usual_paper() if named is None else "letter" if named == "letter" else "a4"


def path_of(named: str) -> Path:
    """The file; InputError when its name ends in nothing that a paper can be."""
    path = Path(named)
    if path.suffix.lower() not in KINDS:
        raise InputError(
            _("The paper’s file is named {kinds}: a PDF, a web page or plain text. “{name}” is none of them.").format(
                kinds=", ".join(KINDS), name=path.name
            )
        )
    return path


def locale(code: str | None) -> str:
    """The code, if dates and numbers can be written in it; without one the language that is spoken."""
    if code is None:
        return i18n.code()
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        raise InputError(_("“{code}” is no language. One is written like de or en_US.").format(code=code)) from None
    return code
