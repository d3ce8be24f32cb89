"""What symtrack needs to run, as this environment has it: `closure()`; the tools of development are no part of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = "symtrack"

CLASSIFIED = {
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
    "License :: Public Domain": "LicenseRef-Public-Domain",
}
"""The SPDX expression of a licence that a package names by a classifier alone."""

READ = {
    "defusedxml": "PSF-2.0",
    "font-source-sans-pro": "OFL-1.1",
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "sqlcipher3": "Zlib AND BSD-3-Clause AND Apache-2.0",
    "sqlite-fts4": "Apache-2.0",
}
"""Read in the package itself, where its metadata names the licence in free words, or not that of what is inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """A distribution that symtrack needs, its licence as an SPDX expression, and who asks for it."""

    name: str
    version: str
    licence: str
    asked_by: tuple[str, ...]
    requires: tuple[str, ...]
    summary: str
    texts: tuple[Path, ...]


@cache
def closure() -> tuple[Needed, ...]:
    """Every distribution that is needed on this system, in order of names. PackageNotFoundError if one is not here."""
    found: dict[str, Distribution] = {}
    asked: dict[str, set[str]] = {}
    waiting = [(PROJECT, name) for name in _required(distribution(PROJECT))]
    while waiting:
        by, name = waiting.pop()
        asked.setdefault(name, set()).add(by)
        if name not in found:
            found[name] = distribution(name)
            waiting += [(name, other) for other in _required(found[name])]
    return tuple(_needed(name, found[name], sorted(asked[name])) for name in sorted(found))


def direct() -> set[str]:
    """The names that symtrack itself asks for."""
    return set(_required(distribution(PROJECT)))


def _required(of: Distribution) -> Iterable[str]:
    asked = [Requirement(line) for line in of.requires or ()]
    return sorted({_plain(one.name) for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})})


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _needed(name: str, of: Distribution, asked_by: Sequence[str]) -> Needed:
    return Needed(
        name=name,
        version=of.version,
        licence=_licence(name, of),
        asked_by=tuple(asked_by),
        requires=tuple(_required(of)),
        summary=str(of.metadata["Summary"] or ""),
        texts=tuple(texts(of)),
    )


def _licence(name: str, of: Distribution) -> str:
    """The SPDX expression; LookupError when neither the package nor this module has one."""
    fields = of.metadata
    classified = [CLASSIFIED[each] for each in fields.get_all("Classifier") or () if each in CLASSIFIED]
    named = (READ.get(name), *fields.get_all("License-Expression", ()), *fields.get_all("License", ()), *classified)
    for words in filter(None, named):
        try:
            return str(canonicalize_license_expression(words))
        except InvalidLicenseExpression:
            continue
    raise LookupError(f"{name} {of.version} names no licence that is known; look into it and add it to READ")


def texts(of: Distribution) -> Iterable[Path]:
    """The files with the words of the licence, as far as the package brings them."""
    for file in of.files or ():
        if re.search(r"(?i)^(licen[cs]e|copying|notice)[^/]*$", file.name) and not file.name.endswith(".py"):
            yield Path(str(of.locate_file(file)))
