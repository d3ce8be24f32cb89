"""Ink: blocks set by typst into a tagged PDF (PDF/UA-1 and PDF/A-2a), or into pictures of its pages."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from symtrack import paths
from symtrack.i18n import Paper
from symtrack.report import letters
from symtrack.report.blocks import Block, Charts, Fields, Numbered, Pictures, Table, Ticks, Words
from symtrack.report.plot import drawn
from symtrack.report.room import text_width

if TYPE_CHECKING:
    import typst


_TEXT_WIDTHS = {"a4": 507.0, "letter": 524.0}
_BESIDE_PLOT = (166.0, 215.0)
"""Points that the numbers beside a plot need: these at least, and no more than those."""
_AROUND = 4.4
LETTERS = 54
"""In a line of a column."""
PICTURE_LINES = 4
"""What a small picture takes of a column, in lines of text."""
_FACES = ("SourceSansPro-Regular.otf", "SourceSansPro-Semibold.otf")
_TEMPLATE = ("look.typ", "sheets.typ", "page.typ")
"""The template's files, in the order in which they are read as one."""
_STANDARDS: Final[list["typst.PDFStandard"]] = ["ua-1", "a-2a"]


def of(blocks: Iterable[Block], *, paper: Paper = "a4") -> bytes:
    """The PDF. The same blocks give the same bytes, as long as the same fonts are there."""
    with _typeface() as folder:
        return _Sheet(blocks, paper, folder).pdf()


def pages(blocks: Iterable[Block], *, paper: Paper = "a4", ppi: int = 144) -> list[bytes]:
    """A PNG of each page, exactly as it will print, at `ppi` pixels an inch."""
    with _typeface() as folder:
        return _Sheet(blocks, paper, folder).pictures(ppi)


@contextmanager
def _typeface() -> Iterator[str]:
    """A folder with the paper's own two faces, and only those.

    typst reads whole folders, and the package's holds each face twice, as OpenType and as TrueType: which of the two
    it would take depends on the order in which a file system lists them.
    """
    package = files("font_source_sans_pro") / "files"
    with TemporaryDirectory() as folder:
        for face in _FACES:
            Path(folder, face).write_bytes((package / face).read_bytes())
        yield folder


class _Sheet:
    """One paper in typst's world. What people wrote goes in as data, never into the source."""

    def __init__(self, blocks: Iterable[Block], paper: Paper, folder: str) -> None:
        import typst

        self._paper: Paper = paper
        self._blocks = letters.written(tuple(blocks))
        self._spelt = False
        self._page = b"\n".join(paths.resource(f"report/{name}").read_bytes() for name in _TEMPLATE)
        own = typst.Fonts(font_paths=[folder], include_system_fonts=False, include_embedded_fonts=False)
        # Without a root typst asks for the folder that the program was called in, which may be gone.
        self._compiler = typst.Compiler(self._page, root=folder, font_paths=own)
        self._folder = folder

    def pdf(self) -> bytes:
        """The PDF. What can't be printed comes back as an error that names the characters: they are spelt out then.

        Looking for the system's fonts takes a while, and the paper's own have all letters of most papers.
        """
        import typst

        try:
            return self._tagged()
        except BaseException as error:
            if not _is_about_letters(error):
                raise
            fonts = typst.Fonts(font_paths=[self._folder])
            self._compiler = typst.Compiler(self._page, root=self._folder, font_paths=fonts)
        for _attempt in range(letters.ATTEMPTS):
            try:
                return self._tagged()
            except typst.TypstError as error:
                missing = letters.missing(error.diagnostic)
            except BaseException as error:
                if not _is_about_letters(error):
                    raise
                missing = set()
            self._blocks = letters.spelt(self._blocks, missing or letters.unusual(self._blocks))
            self._spelt = True
        return self._tagged()

    def pictures(self, ppi: int) -> list[bytes]:
        """Each page as a PNG; setting the PDF first has spelt out what has to be."""
        self.pdf()
        made = self._compiler.compile(self._page, format="png", ppi=ppi)
        return made if isinstance(made, list) else [made or b""]

    def _tagged(self) -> bytes:
        plain = [_plain(block, self._paper) for block in self._blocks]
        inputs = {"data": json.dumps({"paper": self._paper, "blocks": plain, "spelt": self._spelt})}
        made = self._compiler.compile(self._page, format="pdf", sys_inputs=inputs, pdf_standards=_STANDARDS)
        assert isinstance(made, bytes)
        return made


def _is_about_letters(error: BaseException) -> bool:
    """Whether other fonts, or letters spelt out, may mend it.

    The shaping of some strange mixtures of scripts panics (typst 0.15), which is no Exception and has no name that
    could be imported.
    """
    return type(error).__name__ in {"TypstError", "PanicException"}


def _plain(block: Block, paper: Paper) -> dict[str, object]:
    """The block as JSON can hold it, under its kind."""
    if isinstance(block, Charts):
        beside, part = _beside(block)
        return drawn(block, _TEXT_WIDTHS[paper] - beside) | {"small": part}
    plain = {key: str(value) if isinstance(value, date) else value for key, value in asdict(block).items()}
    plain["kind"] = type(block).__name__.lower()
    if isinstance(block, Pictures):
        plain["lines"] = 1 + PICTURE_LINES * len(block.pictures)
    if isinstance(block, Words | Numbered | Table | Ticks | Fields):
        plain["lines"] = _lines(block)
    return plain


def _beside(charts: Charts) -> tuple[float, float]:
    """The width of the numbers beside the plots, and how much smaller than usual they are.

    In some languages the words above them are long.
    """
    least, most = _BESIDE_PLOT
    rows = charts.charts[0].numbers if charts.charts else ()
    columns = [charts.columns, *((name, *cells) for name, *cells in rows)]
    wide = 9 + sum(0.9 * max(map(text_width, column)) + _AROUND for column in columns)
    return min(max(wide, least), most), min(1.0, most / wide)


def _lines(block: Words | Numbered | Table | Ticks | Fields) -> int:
    """About how many lines the block takes in a half column, to share blocks out between two columns."""
    texts: Iterable[str]
    if isinstance(block, Words):
        texts = block.paragraphs
    elif isinstance(block, Numbered):
        texts = block.entries
    elif isinstance(block, Ticks):
        texts = (*block.entries, *[""] * block.blank)
    elif isinstance(block, Fields):
        texts = (f"{name} {said}" for name, said in block.fields)
    else:
        texts = (" ".join(row) for row in block.rows)
    return 2 + sum(max(1, -(-len(text) // LETTERS)) for text in texts)
