"""`symtrack report`: the summary for the clinic, as a PDF, as HTML, or as plain text."""

from datetime import date
from pathlib import Path

import click

from symtrack import i18n
from symtrack.cli import options, output, papers, summaries
from symtrack.cli.summaries import Parts
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "report",
        callback=report,
        params=[
            papers.target(),
            *options.days(),
            papers.size(),
            click.Option(
                ["--preset"],
                metavar="NAME",
                help=_("For whom: oncologist, palliative-nurse, family-doctor, family, or your own."),
            ),
            click.Option(
                ["--section", "sections"],
                multiple=True,
                metavar="NAME",
                help=_("A part that goes along. Again for more."),
            ),
            click.Option(["--private"], is_flag=True, help=_("What is marked as private goes along too.")),
            papers.language(),
            options.diary(),
        ],
        help=_(
            "Writes the summary for the clinic: a page or two. Without --from and --to it is about the time since the "
            "last visit, or the last twelve weeks."
        ),
        short_help=_("Writes the summary for the clinic."),
    )


def report(  # noqa: PLR0917 - click passes them by name
    target: str,
    first: date | None,
    last: date | None,
    size: str | None,
    preset: str | None,
    sections: tuple[str, ...],
    private: bool,  # noqa: FBT001 - click passes it by name
    language: str | None,
    diary: Path,
) -> None:
    path = papers.path_of(target)
    options.check_days(first, last)
    with i18n.speaking(papers.locale(language)):
        parts = Parts(preset=preset, sections=sections, private=private)
        write(diary, path, first, last, size, parts)
    output.say(_("The summary is in {path}.").format(path=path))


def write(  # noqa: PLR0917
    diary: Path, path: Path, first: date | None, last: date | None, size: str | None, parts: Parts
) -> None:
    """Write the paper at the path."""
    from symtrack.cli.opening import opened
    from symtrack.report import keeping
    from symtrack.store import outgoing

    outgoing.check(path)
    with opened(diary) as store:
        ordered = summaries.ordered(store, first, last, parts)
    keeping.write(ordered.blocks(), path, paper=papers.size_of(size))
