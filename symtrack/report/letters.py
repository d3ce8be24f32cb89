"""Characters that can't be printed as they are: spelt out in brackets, so that nothing written stops a page."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from symtrack.report.blocks import Dot

T = TypeVar("T")

ATTEMPTS = 6
LONGEST_WORD = 32

_NAMED = re.compile(r'(?:the text|the codepoint) `"((?:\\.|[^"\\])+)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_BREAK = "\u200b"
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


def written(data: T) -> T:
    """The data with long words breakable, line ends as line feeds, and what no file can hold spelt out."""

    def mended(text: str) -> str:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        kept = "".join(spelling(c) if unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" else c for c in lines)
        return _LONG.sub(lambda word: _BREAK.join(_pieces(word[0])), kept)

    return _over(data, mended)


def missing(diagnostic: str) -> set[str]:
    """The characters that typst's errors say can't be displayed or kept; digits and ASCII letters never count."""
    named = {_unescaped(text) for text in _NAMED.findall(diagnostic)}
    found = {letter for text in named for letter in text if not letter.isascii() or not letter.isprintable()}
    return found - {_BREAK}


def spelt(data: T, letters: Collection[str]) -> T:
    """The data with these characters spelt out."""
    table = {ord(letter): spelling(letter) for letter in letters}
    return _over(data, lambda text: text.translate(table))


def unusual(data: object) -> set[str]:
    """Every character of the data that is neither a Latin letter nor a common sign."""
    found: set[str] = set()

    def seen(text: str) -> str:
        found.update(letter for letter in text if letter > "\u024f" and not "\u2010" <= letter <= "\u2044")
        return text

    _over(data, seen)
    return found - {_BREAK, "\u2192", "\u2212", "\u2265"}


def spelling(letter: str) -> str:
    """[U+1F600 grinning face]; nothing for a joiner or a direction mark, which only steers its neighbours."""
    if unicodedata.category(letter) == "Cf":
        return ""
    name = unicodedata.name(letter, "").lower()
    return f"[U+{ord(letter):04X}{' ' if name else ''}{name}]"


def _unescaped(text: str) -> str:
    def plain(found: re.Match[str]) -> str:
        return chr(int(found[1], 16)) if found[1] else _CONTROLS.get(found[2], found[2])

    return _ESCAPE.sub(plain, text)


def _pieces(word: str) -> list[str]:
    return [word[k : k + LONGEST_WORD // 2] for k in range(0, len(word), LONGEST_WORD // 2)]


def _over(data: T, change: Callable[[str], str]) -> T:
    """The same blocks, lists and texts, with `change` applied to each text."""
    return cast("T", _changed(data, change))


def _changed(data: object, change: Callable[[str], str]) -> object:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, tuple):
        return tuple(_changed(value, change) for value in data)
    if isinstance(data, Dot):
        return data  # Thousands of them, and not a word in any.
    if is_dataclass(data) and not isinstance(data, type):
        return replace(data, **{part.name: _changed(getattr(data, part.name), change) for part in fields(data)})
    return data
