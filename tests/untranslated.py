"""What was not said in the language that is spoken: English words that are nobody's own, and sentences in pieces.

It reads texts in `tools.pseudo.mirrored()`, where every sentence that was translated is in Hebrew letters between two
signs that nobody sees.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tools.pseudo import BEGINS, ENDS

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
NAMES = (
    "symtrack", "M. Example", "Tom", "Itchy skin", "Omeprazole", "English", "Deutsch", "PDF", "Ctrl", "Alt", "Shift",
    "mg", "ml", "fl oz", "kg", "lb",
)  # fmt: skip
"""What is the same in every language: names, units, keys."""
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
_IN_PIECES = re.compile(rf"[^.!?:;,…”{ENDS}]{ENDS}[ \u00a0]?{BEGINS}")
"""A sentence can follow another one, and things in a list are parted by a sign. A piece that goes on has neither."""


@cache
def sample_words() -> tuple[str, ...]:
    """What the person of the invented diary wrote."""
    return tuple({*_texts([tomllib.loads(file.read_text(encoding="utf-8")) for file in SAMPLE.glob("*.toml")])})


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str) and _ENGLISH.search(value):
        yield " ".join(value.split())


def english(text: str, own: Iterable[str] = ()) -> list[str]:
    """The English words in the text, without the person's own and what is the same in every language."""
    left = " ".join(text.split())  # A no-break space is one, too.
    for each in sorted((*own, *NAMES), key=len, reverse=True):
        left = re.sub(rf"(?<![A-Za-z]){re.escape(each)}(?![A-Za-z])", " ", left, flags=re.IGNORECASE)
    return _ENGLISH.findall(left)


def in_pieces(text: str) -> list[str]:
    """The places where one piece follows another that is no whole sentence."""
    return _IN_PIECES.findall(text)
