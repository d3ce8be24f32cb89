"""The sentences of a `.po` file, compiled in memory into what gettext reads.

Babel could do it too, and takes some 70 ms for it, which a window in German would wait for. A test holds the two to the
same sentences.
"""

import gettext
import re
import struct
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path

MAGIC = 0x950412DE
"""How a compiled file begins. Its head has seven numbers: this, a version, how many sentences, where the places of both
sides stand, and a table that gettext passes over."""
HEAD = 7 * 4
_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}

Fields = dict[str, str]


class WhenAsked(gettext.NullTranslations):
    """The sentences of a file, read when the first is asked for: a window can be seen before any is."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    @cached_property
    def _sentences(self) -> gettext.NullTranslations:
        return compiled(self._file.read_bytes())

    def gettext(self, message: str) -> str:
        return self._sentences.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._sentences.ngettext(msgid1, msgid2, n)


@lru_cache(maxsize=8)
def compiled(po: bytes) -> gettext.GNUTranslations:
    """The sentences of a `.po` file’s bytes. What is not translated, or not for sure, is as in the source."""
    pairs = sorted(pair for entry in _entries(po.decode()) for pair in _pair(entry))
    return gettext.GNUTranslations(BytesIO(_mo(pairs)))


def _entries(text: str) -> Iterator[Fields]:
    """Each entry’s fields, such as `msgid`; one that is marked as fuzzy has that field too."""
    entry: Fields = {}
    field = ""
    for line in text.split("\n"):
        if line.startswith("msg"):
            field, _space, said = line.partition(" ")
            if field in {"msgctxt", "msgid"} and "msgid" in entry:
                yield entry
                entry = {}
            entry[field] = said.strip()[1:-1]
        elif line.startswith('"'):
            entry[field] += line.strip()[1:-1]
        else:
            if "msgid" in entry:
                yield entry
                entry = {}
            if line.startswith("#,") and "fuzzy" in line:
                entry["fuzzy"] = line
    if "msgid" in entry:
        yield entry


def _pair(entry: Fields) -> Iterator[tuple[bytes, bytes]]:
    """The sentence and its translation, if there is one; of several forms, one that is missing is as in the source."""
    source, many = entry["msgid"], entry.get("msgid_plural")
    if "fuzzy" in entry and source:
        return
    if many is None:
        said, asked = entry.get("msgstr", ""), source
    else:
        forms = [entry[field] for field in sorted(entry) if field.startswith("msgstr[")]
        said = "\0".join(form or (many if place else source) for place, form in enumerate(forms)) if any(forms) else ""
        asked = f"{source}\0{many}"
    if "msgctxt" in entry:
        asked = f"{entry['msgctxt']}\4{asked}"
    if said:
        yield _plain(asked).encode(), _plain(said).encode()


def _plain(written: str) -> str:
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), written) if "\\" in written else written


def _mo(pairs: Sequence[tuple[bytes, bytes]]) -> bytes:
    """The pairs as a compiled file: two tables of lengths and places, and then all the texts."""
    count = len(pairs)
    at = HEAD + 2 * 8 * count
    tables, texts = [MAGIC, 0, count, HEAD, HEAD + 8 * count, 0, at], list[bytes]()
    for side in zip(*pairs, strict=True):
        for text in side:
            tables += (len(text), at)
            texts.append(text + b"\0")
            at += len(text) + 1
    return struct.pack(f"<{len(tables)}I", *tables) + b"".join(texts)
