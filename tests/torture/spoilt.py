"""What is done to a file so that it is a hostile one: each way takes chance and content, and gives other content."""

import base64
import binascii
import copy
import csv
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

from tests.torture.examples import unzipped, zipped
from tests.torture.texts import BYTES, ENTITIES, TEXTS

LARGE = 200_000
"""What has grown larger is only turned and cut: the reader is what is tried here."""
_ATTRIBUTE = re.compile(r'(?<==")[^"]*(?=")')
_INSIDE = re.compile(r"(?<=>)[^<>]+(?=<)")
_NUMBER = re.compile(r"\d+")

Way = Callable[[Random, bytes], bytes]


def spoil(chance: Random, content: bytes, depth: int = 0) -> bytes:
    """The file with one to four things done to it, one after the other."""
    for _time in range(chance.choice((1, 1, 1, 2, 3, 4))):
        content = chance.choice(_ways(content, depth))(chance, content)
    return content


def _ways(content: bytes, depth: int) -> tuple[Way, ...]:
    """What can be done to such content: most often what leaves it near enough to be read."""
    if len(content) > LARGE:
        return (_flipped, _cut)
    start = content[:200].lstrip()
    if content.startswith(b"PK\3\4") and depth == 0:
        return (_members, _members, _members, _members, _members, _headers, _flipped, _cut)
    if start.startswith((b"{", b"[")):
        return (_json, _json, _json, _json, _json, _json_text, _flipped, _cut)
    if start.startswith(b"<"):
        return (_xml, _xml, _xml, _xml, _entities, _repeated, _flipped, _cut)
    if depth and re.fullmatch(rb"[A-Za-z0-9+/=\s]+", content[:2000]):
        return (_base64, _base64, _base64, _base64, _flipped)
    return (_cells, _cells, _cells, _cells, _cells, _lines, _numbers, _coded, _repeated, _flipped, _cut)


def noise(chance: Random) -> bytes:
    """Bytes of no format, some with the beginning of one."""
    start = chance.choice((b"", b"PK\3\4", b"{", b'{"resourceType":"Bundle"', b"<?xml", b"<HealthData", b"day,pain\n"))
    return start + chance.randbytes(chance.randrange(400))


def _flipped(chance: Random, content: bytes) -> bytes:
    made = bytearray(content)
    for _time in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(made) + 1)
        made[at : at + chance.randrange(3)] = chance.choice((chance.randbytes(1), chance.choice(BYTES), b""))
    return bytes(made)


def _cut(chance: Random, content: bytes) -> bytes:
    first, last = sorted(chance.randrange(len(content) + 1) for _end in range(2))
    return chance.choice((content[:last], content[first:], content[:first] + content[last:]))


def _repeated(chance: Random, content: bytes) -> bytes:
    first, last = sorted(chance.randrange(len(content) + 1) for _end in range(2))
    times = chance.choice((2, 2, 10, 100)) if last - first < 2000 else 2
    return content[:first] + content[first:last] * times + content[last:]


def _lines(chance: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines.insert(one, lines[other])
        case 2:
            del lines[one]
        case _:
            lines[one] *= chance.choice((2, 300))
    return b"".join(lines)


def _numbers(chance: Random, content: bytes) -> bytes:
    return _replaced(chance, content, _NUMBER)


def _replaced(chance: Random, content: bytes, what: re.Pattern[str]) -> bytes:
    """One place where the pattern is, with another text."""
    text = content.decode("utf-8", "surrogateescape")
    places = list(what.finditer(text))
    if not places:
        return content
    place = chance.choice(places)
    return _encoded(text[: place.start()] + chance.choice(TEXTS) + text[place.end() :])


def _encoded(text: str) -> bytes:
    """As UTF-8, with half letters as they can only be by mistake."""
    return text.encode("utf-8", "surrogatepass")


def _coded(chance: Random, content: bytes) -> bytes:
    """The same text in letters of another kind."""
    text = content.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig", "utf-7")), "replace")


def _cells(chance: Random, content: bytes) -> bytes:
    """A table with cells, columns and rows changed, written as a table again."""
    text = content.decode("utf-8", "replace")
    mark = max(",;\t|", key=text[:500].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark)) or [[""]]
    except csv.Error:
        return _flipped(chance, content)
    for _time in range(chance.choice((1, 1, 2, 5))):
        row = chance.choice(rows[:1] if chance.random() < 0.2 else rows)
        match chance.randrange(6):
            case 0:
                row.insert(chance.randrange(len(row) + 1), chance.choice(TEXTS))
            case 1 if row:
                del row[chance.randrange(len(row))]
            case 2:
                at = chance.randrange(max(map(len, rows)) + 1)
                value = chance.choice(TEXTS)
                for each in rows:
                    each[at : at + 1] = [value]
            case _ if row:
                row[chance.randrange(len(row))] = chance.choice(TEXTS)
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=chance.choice((mark, mark, mark, ",", ";", "\t"))).writerows(rows)
    return _encoded(made.getvalue())


def _json(chance: Random, content: bytes) -> bytes:
    """JSON with some of its values being any other, and some keys missing or more."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return _flipped(chance, content)
    whole = {"": found}
    for _time in range(chance.choice((1, 1, 2, 6))):
        _change(chance, whole)
    return _encoded(json.dumps(whole[""], ensure_ascii=chance.random() < 0.8))


def _change(chance: Random, whole: dict[str, object]) -> None:
    """Goes down to some place, and changes what is there."""
    place: dict[str, object] | list[object] = whole
    while True:
        keys: list[object] = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        deeper: list[Any] = [each for each in _values(place) if isinstance(each, dict | list) and each]
        if deeper and chance.random() < (0.98 if place is whole else 0.85):
            place = chance.choice(deeper)
            continue
        key = chance.choice(keys)
        inside = place[key]  # type: ignore[call-overload, index]
        if place is whole or chance.random() < 0.8:
            place[key] = chance.choice(_fitting(chance, whole, key))  # type: ignore[call-overload, index]
        elif isinstance(place, dict):
            place[chance.choice(TEXTS)] = place.pop(str(key))
        elif chance.random() < 0.5:
            place.append(inside)
        else:
            del place[key]  # type: ignore[arg-type]
        return


def _values(place: dict[str, object] | list[object]) -> list[object]:
    return list(place.values()) if isinstance(place, dict) else place


def _fitting(chance: Random, whole: object, key: object) -> tuple[object, ...]:
    """Any value, one from elsewhere in the file, or one that stands elsewhere under the same name."""
    alike: list[object] = []
    waiting = [whole]
    while waiting:
        match waiting.pop():
            case dict() as found:
                alike += [found[key]] if key in found else []
                waiting += found.values()
            case list() as found:
                waiting += found
    return (value(chance), _another(chance, whole), copy.deepcopy(chance.choice(alike or [None])))


def _another(chance: Random, inside: object) -> object:
    """A value from elsewhere in the same file."""
    while isinstance(inside, dict | list) and inside and chance.random() < 0.9:
        inside = chance.choice(_values(inside))
    return copy.deepcopy(inside)


def value(chance: Random) -> object:
    """Any JSON, most often a small one."""
    match chance.randrange(12):
        case 0:
            return chance.choice((None, True, False))
        case 1:
            return chance.choice((0, -1, 7, 1 << 31, 1 << 64, 10**40, -(10**400)))
        case 2:
            return chance.choice((0.5, 1e308, -0.0, 3.0, 7.25))
        case 3:
            return [value(chance) for _each in range(chance.randrange(4))]
        case 4:
            return {chance.choice(TEXTS): value(chance) for _each in range(chance.randrange(4))}
        case 5:
            return _nested(chance.choice((5, 60, 300)))
        case _:
            return chance.choice(TEXTS)


def _nested(deep: int) -> object:
    made: object = "x"
    for at in range(deep):
        made = [made] if at % 2 else {"extension": made}
    return made


def _json_text(chance: Random, content: bytes) -> bytes:
    """What a writer of JSON would not write: keys twice, numbers that are none, lists without end."""
    at = chance.choice([place.end() for place in re.finditer(rb"[\[{,:]", content)] or [0])
    key = re.search(rb'"[^"]*"', content[at:])
    more = chance.choice(
        (b"[" * 100_000, b'{"a":' * 3000, b"NaN,", b"1e999,", b"-,", (key[0] if key else b"") + b":1,")
    )
    return content[:at] + more + content[at:]


def _xml(chance: Random, content: bytes) -> bytes:
    """An attribute or text with something else in it."""
    chosen = chance.choice(TEXTS).replace("<", "&lt;").replace("&", "&amp;").replace('"', "&quot;")
    text = content.decode("utf-8", "surrogateescape")
    places = list(chance.choice((_ATTRIBUTE, _ATTRIBUTE, _INSIDE)).finditer(text))
    if not places:
        return _flipped(chance, content)
    place = chance.choice(places)
    return _encoded(text[: place.start()] + chosen + text[place.end() :])


def _entities(chance: Random, content: bytes) -> bytes:
    """Entities, other files and encodings named in it, and elements within elements."""
    text = content.decode("utf-8", "surrogateescape")
    body = re.sub(r"<\?xml.*?\?>", "", text, count=1)
    match chance.randrange(4):
        case 0:
            made = chance.choice(ENTITIES) + _ATTRIBUTE.sub("&a;&b;&c;", body, count=3)
        case 1:
            made = f'<?xml version="1.0" encoding="{chance.choice(("utf-7", "utf-16", "cp037", "x", "idna"))}"?>{body}'
        case 2:
            made = text.replace(">", ">" + "<a>" * chance.choice((3, 40, 4000)), 1)
        case _:
            made = text.replace("<", '<?php system("x") ?><', 2)
    return _encoded(made)


def _base64(chance: Random, content: bytes) -> bytes:
    try:
        inside = base64.b64decode(content)
    except binascii.Error:
        return _flipped(chance, content)
    return base64.b64encode(spoil(chance, inside, depth=1))


def _members(chance: Random, content: bytes) -> bytes:
    """A zip with files in it changed, renamed, doubled or missing."""
    try:
        files = unzipped(content)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        return _flipped(chance, content)
    if not files:
        return content
    name = chance.choice(list(files))
    match chance.randrange(10):
        case 0:
            del files[name]
        case 1:
            files[chance.choice(("../" + name, "/" + name, name.replace("/", "\\"), "a/" * 300 + name))] = files.pop(
                name
            )
        case 2:
            files["other/" + name] = files[name]
        case 3:
            files[name] = bytes(2 << 20)
        case _:
            files[name] = spoil(chance, files[name], depth=1)
    return zipped(files)


def _headers(chance: Random, content: bytes) -> bytes:
    """A zip whose list of files claims something else."""
    made = bytearray(content)
    places = [place.start() for place in re.finditer(rb"PK(?:\x01\x02|\x03\x04|\x05\x06)", content)]
    for _time in range(chance.choice((1, 2))):
        at = chance.choice(places or [0]) + chance.randrange(4, 46)
        claim = chance.choice((0, 1, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, len(content), chance.randrange(1 << 32)))
        made[at : at + 4] = struct.pack("<L", claim)
    return bytes(made)
