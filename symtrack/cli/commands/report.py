"""`symtrack report`: the summary for the clinic, as a PDF, as HTML, or as plain text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from symtrack import i18n
from symtrack.cli import options, output, papers
from symtrack.i18n import _
from symtrack.report.blocks import Block


def command() -> click.Command:
    return click.Command(
        "report",
        callback=report,
        params=[
            papers.target(),
            *options.days(),
            papers.size(),
            click.Option(["--preset"], metavar="NAME", help=_("For whom: oncologist, family-doctor, or your own.")),
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
    diary: Path, path: Path, first: date | None, last: date | None, size: str | None, parts: Parts
) -> None:
    """Write the paper at the path."""
    from symtrack.exchange import files
    from symtrack.report import keeping

    files.check_target(path)
    keeping.write(blocks_of(diary, first, last, parts), path, paper=papers.size_of(size))


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
