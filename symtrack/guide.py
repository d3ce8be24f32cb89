"""The pages for patients as values: docs/patients, which Help shows without a browser and without a network.

They use few of Markdown's signs, so that the window can show each page as whole sentences in whatever language it
speaks: a title, headings, paragraphs, points, steps and pictures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from symtrack import paths

KEYS = ("today", "unwell", "caregiver", "visit", "points", "copies")
"""The pages, in the order in which they are offered."""

Kind = Literal["words", "point", "step", "picture"]
_ITEM = re.compile(r"(?:- |(\d)\. )(.+)", re.DOTALL)
_PICTURE = re.compile(r"!\[(.+)\]\((.+)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence or a few, in the source language. A step has its number, a picture its file and says what it shows."""

    kind: Kind
    words: str
    number: int = 0
    file: str = ""

    @property
    def picture(self) -> Path:
        """Where the picture is."""
        return paths.resource(f"patients/{self.file}")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading; below the page's title first."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its sections, of which the first has the page's own title."""

    key: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return self.sections[0].title

    def sentences(self) -> Iterator[str]:
        """All that can be translated, in the order of reading."""
        for section in self.sections:
            yield section.title
            yield from (block.words for block in section.blocks)


def load(key: str, folder: Path | None = None) -> Page:
    """The page `key`, from the folder, or as it was installed along."""
    file = folder / f"{key}.md" if folder else paths.resource(f"patients/{key}.md")
    sections: list[tuple[str, list[Block]]] = []
    for part in re.split(r"\n\s*\n", file.read_text(encoding="utf-8").strip()):
        if part.startswith("#"):
            sections.append((part.lstrip("# "), []))
        else:
            sections[-1][1].extend(_blocks(part))
    return Page(key, tuple(Section(title, tuple(blocks)) for title, blocks in sections))


def _blocks(part: str) -> Iterator[Block]:
    """What stands between two empty lines: items go on in lines that are set in."""
    for line in re.split(r"\n(?=- |\d\. )", part):
        words = " ".join(line.split())
        if picture := _PICTURE.fullmatch(words):
            yield Block("picture", picture[1], file=picture[2])
        elif item := _ITEM.fullmatch(words):
            yield Block("step" if item[1] else "point", item[2], number=int(item[1] or 0))
        else:
            yield Block("words", words)
