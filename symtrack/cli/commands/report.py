"""`symtrack report`: the summary for the clinic, as a PDF, as HTML, or as plain text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from symtrack import i18n
from symtrack.cli import options, output
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.report.blocks import Block
from symtrack.report.keeping import KINDS

PAPERS = ("a4", "letter")


def command() -> click.Command:
    return click.Command(
        "report",
        callback=report,
        params=[
            click.Option(
                ["-o", "--output", "target"],
                required=True,
                metavar="FILE.pdf|.html|.txt",
                help=_("The file, of the kind that its name ends in."),
            ),
            *options.days(),
            click.Option(
                ["--paper"],
                type=options.one_of("--paper", PAPERS),
                default="a4",
                metavar="NAME",
                help=_("a4, or letter."),
            ),
            click.Option(["--preset"], metavar="NAME", help=_("For whom: oncologist, family-doctor, or your own.")),
            click.Option(
                ["--section", "sections"],
                multiple=True,
                metavar="NAME",
                help=_("A part that goes along. Again for more."),
            ),
            click.Option(["--private"], is_flag=True, help=_("What is marked as private goes along too.")),
            click.Option(["--language"], metavar="CODE", help=_("The paper’s language, such as en_US.")),
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
    paper: str,
    preset: str | None,
    sections: tuple[str, ...],
    private: bool,  # noqa: FBT001 - click passes it by name
    language: str | None,
    diary: Path,
) -> None:
    path = Path(target)
    if path.suffix.lower() not in KINDS:
        raise InputError(
            _("The summary’s file is named {kinds}: a PDF, a web page or plain text. “{name}” is none of them.").format(
                kinds=", ".join(KINDS), name=path.name
            )
        )
    options.check_days(first, last)
    with i18n.speaking(locale(language)):
        parts = Parts(preset=preset, sections=sections, private=private)
        write(diary, path, first, last, paper, parts)
    output.say(_("The summary is in {path}.").format(path=path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Which parts go along: those of the preset and the named ones; without either the usual ones."""

    preset: str | None
    sections: tuple[str, ...]
    private: bool

    def chosen(self, settings: Mapping[str, object]) -> tuple[tuple[str, ...] | None, bool]:
        """The keys of the parts, None for the usual ones, and whether what is private goes along."""
        from symtrack.report import presets

        named = presets.named(self.sections)
        if self.preset is None:
            return named or None, self.private
        ready = presets.preset(self.preset, settings)
        return (*ready.sections, *named), self.private or ready.private


def write(  # noqa: PLR0917
    diary: Path, path: Path, first: date | None, last: date | None, paper: str, parts: Parts
) -> None:
    """Write the paper at the path."""
    from symtrack.exchange import files
    from symtrack.report import keeping

    files.check_target(path)
    keeping.write(blocks_of(diary, first, last, parts), path, paper="letter" if paper == "letter" else "a4")


def blocks_of(diary: Path, first: date | None, last: date | None, parts: Parts) -> tuple[Block, ...]:
    """The paper's blocks: the diary as it stood on the last day, what came later is no part of it."""
    from symtrack.analysis import completeness
    from symtrack.cli.opening import opened
    from symtrack.diary.period import Period
    from symtrack.diary.record import Diary
    from symtrack.report import build, default_period
    from symtrack.rules import evaluate

    with opened(diary) as store:
        events = [event for event in store.events() if last is None or event.day <= last]
        settings = store.settings()
        read = Diary.of(store.columns(), events, until=min(last or store.today, store.today), settings=settings)
        usual = default_period(read)
        period = Period(first or usual.first, usual.last)
        ratings = store.ratings(period.first, period.last)
    sections, private = parts.chosen(settings)
    flags = () if settings.get("flags") == "off" else evaluate(read)
    return build(
        read,
        flags,
        period,
        settings=settings,
        sections=sections,
        private=private,
        assisted=completeness.assisted(ratings),
        reasons=completeness.reasons(ratings),
        corrected=completeness.corrected(ratings),
    )


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
