"""`symtrack private`: keeps answers and events off every paper unless it is asked for them; or no longer."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "private",
        callback=private,
        params=[
            click.Argument(["ids"], nargs=-1, required=True, metavar="ID..."),
            click.Option(["--not", "public"], is_flag=True, help=_("They are not private any more.")),
            options.diary(),
        ],
        help=_(
            "Marks the entries with these ids as private: they go on no paper unless --private asks for them there. "
            "What they say stays as it was, and “undo” takes the mark back."
        ),
        short_help=_("Keeps entries off the paper."),
    )


def private(
    ids: tuple[str, ...],
    public: bool,  # noqa: FBT001 - a flag of the command line
    diary: Path,
) -> None:
    from symtrack.cli.opening import opened

    with opened(diary) as store:
        saved = store.mark_private(*ids, private=not public)
    output.saved({"saved": list(saved.ids)})
