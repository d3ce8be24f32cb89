"""What subjects and columns of other apps are called, and what their names say of the scale."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from symtrack import paths
from symtrack.errors import InputError
from symtrack.exchange.foreign.choice import Scale

WORSE, BETTER, EITHER, LIKE = "worse", "better", "either", "like"
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,40})[)\]]")
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|to|bis|\.\.)\s*(\d{1,3})", re.ASCII)
_LAST_RANGE = re.compile(r"(.*\w)\W+(\d{1,3}\s*(?:-|–|to|bis|\.\.)\s*\d{1,3})", re.DOTALL)
_LAST_UNIT = re.compile(r"(.*?\w)\s(?:in\s)?(kg|lbs?|°?c|°?f|ml|oz)", re.DOTALL)
_SEPARATORS = re.compile(r"[\s_]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The item or measurement that a name is about, and whether a higher number is `worse`, `better` or `either`.

    `like` says that the name means nearly the same, and perhaps not quite.
    """

    item: str = ""
    measure: str = ""
    higher: str = EITHER


@dataclass(frozen=True, slots=True)
class Name:
    """A name in small letters, without what it says of the scale or the unit, in brackets or at its end.

    `more` is whatever else stands in brackets.
    """

    plain: str
    scale: Scale | None
    unit: str
    more: str = ""

    @classmethod
    def of(cls, text: str) -> "Name":
        """The parts of a name such as “Pain (0-10)” or “Weight in kg”."""
        inside = [part.strip() for part in _BRACKETS.findall(text)]
        plain = _SEPARATORS.sub(" ", _BRACKETS.sub(" ", text)).strip(" :-–").casefold()
        for ending in (_LAST_RANGE, _LAST_UNIT):
            if last := ending.fullmatch(plain):
                plain = last[1]
                inside.append(last[2])
        scale = next((found for part in inside if (found := _scale(part))), None)
        others = [part for part in inside if part and _scale(part) is None]
        unit = next((part for part in others if _LAST_UNIT.fullmatch(f"x {part.casefold()}")), "")
        return cls(plain, scale, unit, ", ".join(part for part in others if part != unit))


def meaning(name: Name) -> Meaning | None:
    """What the name is about; None when it is not known."""
    return _meanings().get(name.plain)


def role(column: str) -> str:
    """What a column of this name is by its name alone, such as `day`; empty when it is a subject."""
    return _roles().get(_SEPARATORS.sub(" ", column).strip().casefold(), "")


def _scale(text: str) -> Scale | None:
    found = _RANGE.fullmatch(text.strip())
    try:
        return Scale(Fraction(found[1]), Fraction(found[2])) if found else None
    except InputError:
        return None


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(paths.resource("exchange/names.toml").read_text(encoding="utf-8"))


@cache
def _meanings() -> Mapping[str, Meaning]:
    found = {
        name: Meaning(item=item, higher=higher)
        for item, directions in _table()["item"].items()
        for higher, names in directions.items()
        for name in names
    }
    measures: Mapping[str, list[str]] = _table()["measure"]
    return found | {name: Meaning(measure=measure) for measure, names in measures.items() for name in names}


@cache
def _roles() -> Mapping[str, str]:
    columns: Mapping[str, list[str]] = _table()["column"]
    return {_SEPARATORS.sub(" ", name): role for role, names in columns.items() for name in names}
