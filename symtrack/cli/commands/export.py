"""`symtrack export`: the diary as a file that other programs read."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.errors import InputError
from symtrack.i18n import _, n_
from symtrack.store import DiaryStore

FHIR, EVERYTHING = "fhir", "everything"


def command() -> click.Command:
    from symtrack.exchange.format import writers

    return click.Command(
        "export",
        callback=export,
        params=[
            click.Option(
                ["--format", "form"],
                type=options.one_of("--format", (*writers(), EVERYTHING)),
                required=True,
                metavar="NAME",
                help=_(
                    "csv is a table that a spreadsheet opens, json is everything, corrections too, fhir is for a "
                    "hospital’s system; everything is a zip with the diary, its tables and the paper."
                ),
            ),
            click.Option(["-o", "--output", "target"], metavar="FILE", help=_("The file, if it is not the output.")),
            *options.days(),
            click.Option(["--private"], is_flag=True, help=_("fhir: what is marked as private goes along too.")),
            click.Option(
                ["--no-summary"], is_flag=True, help=_("fhir: without the summary for the clinic and its PDF.")
            ),
            options.diary(),
        ],
        help=_("Writes the diary as CSV, JSON or FHIR R4. All can be brought in again with “import”."),
        short_help=_("Writes the diary as CSV, JSON or FHIR."),
    )


def export(  # noqa: PLR0917 - click passes them by name
    form: str,
    target: str | None,
    first: date | None,
    last: date | None,
    private: bool,  # noqa: FBT001 - click passes it by name
    no_summary: bool,  # noqa: FBT001 - click passes it by name
    diary: Path,
) -> None:
    from symtrack.cli.opening import opened
    from symtrack.exchange.format import writers

    options.check_days(first, last)
    if form == EVERYTHING:
        if target is None or first or last or private or no_summary:
            raise InputError(_("“everything” needs a file, with -o, and leaves out nothing."))
        _everything(diary, Path(target))
        output.say(_("The file is {path}.").format(path=target))
        return
    chosen = writers()[form]
    if chosen.whole and (first or last):
        raise InputError(_("“{name}” is the whole diary; “csv” and “fhir” can be a part of it.").format(name=form))
    if form != FHIR and (private or no_summary):
        raise InputError(
            _("“--private” and “--no-summary” are for “fhir”; “{name}” leaves out neither.").format(name=form)
        )
    with opened(diary) as store:
        if form == FHIR:
            left_out = _fhir(store, target, first, last, private=private, summary=not no_summary)
        else:
            left_out = chosen.left_out(store, first, last)
            _put(target, chosen.write(store, first, last))
    if left_out:
        output.say(
            n_(
                "{n} event has no place in this format and is left out; “json” holds everything.",
                "{n} events have no place in this format and are left out; “json” holds everything.",
                left_out,
            ).format(n=left_out)
        )
    if target is not None:
        output.say(_("The file is {path}.").format(path=target))


def _fhir(
    store: DiaryStore, target: str | None, first: date | None, last: date | None, *, private: bool, summary: bool
) -> int:
    """Writes the bundle; how many events have no place in it."""
    from symtrack.cli import summaries
    from symtrack.exchange.fhir import bundle

    paper = summaries.paper(store, first, last, private=private) if summary else None
    wanted = bundle.Wanted(first=first or date.min, last=last or date.max, private=private, paper=paper)
    left_out = bundle.left_out(store, wanted)
    _put(target, bundle.text(store, wanted))
    if left_out.private:
        output.say(
            n_(
                "{n} row is marked as private and stays back; “--private” sends it too.",
                "{n} rows are marked as private and stay back; “--private” sends them too.",
                left_out.private,
            ).format(n=left_out.private)
        )
    return left_out.events


def _everything(diary: Path, target: Path) -> None:
    from symtrack.cli import summaries
    from symtrack.cli.opening import opened
    from symtrack.exchange import everything
    from symtrack.report import keeping
    from symtrack.store import outgoing

    outgoing.check(target)
    with opened(diary) as store:
        paper = keeping.content(summaries.ordered(store, None, None, summaries.Parts()).blocks(), ".pdf")
        outgoing.write(target, [everything.packed(store, paper)])


def _put(target: str | None, parts: Iterable[str]) -> None:
    from symtrack.store import outgoing

    if target is None:
        sys.stdout.writelines(parts)
    else:
        outgoing.write_text(Path(target), parts)
