"""What can be ordered of the paper, as values: each is called in a process of its own and takes along all it needs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.diary.rows import Rating
from symtrack.i18n import Paper
from symtrack.report.blocks import Block


class Source(Protocol):
    """Where a paper's blocks come from."""

    def blocks(self) -> tuple[Block, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Summary:
    """The summary of a period, of the diary as it stood on its last day. `ratings` are those of the period.

    Unless `private`, neither the diary nor the ratings hold an answer that is marked so. `corrected` are days on which
    an answer was, `abouts` items of answers that a note is about, by the id that the note names.
    """

    diary: Diary
    period: Period
    settings: Mapping[str, object]
    ratings: Sequence[Rating]
    corrected: Collection[date] = ()
    abouts: Mapping[str, str] = field(default_factory=dict)
    sections: Collection[str] | None = None
    private: bool = False

    def blocks(self) -> tuple[Block, ...]:
        """What came after the period is no part of it."""
        from symtrack import report
        from symtrack.analysis import completeness
        from symtrack.rules import evaluate

        return report.build(
            self.diary,
            () if self.settings.get("flags") == "off" else evaluate(self.diary),
            self.period,
            settings=self.settings,
            sections=self.sections,
            private=self.private,
            assisted=completeness.assisted(self.ratings),
            reasons=completeness.reasons(self.ratings),
            corrected=self.corrected,
            abouts=self.abouts,
        )


@dataclass(frozen=True, slots=True)
class Ready:
    """Blocks that are there already."""

    made: tuple[Block, ...]

    def blocks(self) -> tuple[Block, ...]:
        return self.made


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """A paper's blocks, and a PNG of each of its pages."""

    blocks: tuple[Block, ...]
    pictures: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesOrder:
    """The pages as they will print, at `ppi` pixels an inch."""

    source: Source
    paper: Paper
    ppi: int

    def __call__(self) -> Pages:
        from symtrack.report import pdf

        blocks = self.source.blocks()
        return Pages(blocks=blocks, pictures=tuple(pdf.pages(blocks, paper=self.paper, ppi=self.ppi)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A paper's title, its words under each heading, and its PDF: what another system keeps of it."""

    title: str
    parts: tuple[tuple[str, str], ...]
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOrder:
    """A paper for another system."""

    source: Source
    paper: Paper

    def __call__(self) -> Told:
        from symtrack.report import pdf, text
        from symtrack.report.blocks import Head

        blocks = self.source.blocks()
        title = next((block.title for block in blocks if isinstance(block, Head)), "")
        return Told(title=title, parts=tuple(text.parts(blocks)), pdf=pdf.of(blocks, paper=self.paper))


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOrder:
    """What stands in a file of a kind, one of `keeping.KINDS`."""

    source: Source
    paper: Paper
    kind: str

    def __call__(self) -> bytes:
        from symtrack.report import keeping

        return keeping.content(self.source.blocks(), self.kind, paper=self.paper)
