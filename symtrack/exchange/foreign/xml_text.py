"""XML of any size, an element at a time: nothing is kept that was read, and no entity is ever put in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from symtrack.errors import InputError
from symtrack.exchange.source import Source, damaged
from symtrack.i18n import _

PIECE = 1 << 16
LONGEST, DEEPEST = 4 << 20, 32
"""So many characters may pass without any element, and so many elements may be in each other."""


@dataclass(slots=True)
class _Attributes:
    """What the parser tells: the attributes of elements with one of the names. `passed` counts all that end."""

    names: tuple[str, ...]
    found: list[Mapping[str, str]] = field(default_factory=list)
    depth: int = 0
    passed: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        if tag in self.names:
            self.found.append(attributes)

    def end(self, _tag: str) -> None:
        self.depth -= 1
        self.passed += 1


def elements(source: Source, *names: str) -> Iterator[Mapping[str, str]]:
    """The attributes of every element with one of the names, in the file's order.

    InputError when it is no such file, or made to do harm: with entities, or without an end.
    """
    told = _Attributes(names)
    parser = DefusedXMLParser(target=told, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    quiet = before = 0
    with source.open() as file:
        while piece := file.read(PIECE):
            try:
                parser.feed(piece)
            except (ParseError, DefusedXmlException, ValueError, LookupError):
                raise damaged(source.name) from None
            quiet = 0 if told.passed > before else quiet + len(piece)
            before = told.passed
            if quiet > LONGEST or told.depth > DEEPEST:
                raise _without_end(source)
            yield from told.found
            told.found.clear()
    if told.depth:
        raise damaged(source.name)


def _without_end(source: Source) -> InputError:
    return InputError(_("“{name}” holds something without an end. It can’t be read.").format(name=source.name))
