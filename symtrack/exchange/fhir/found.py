"""What stands in a FHIR resource that came from elsewhere, whatever else may stand there."""

import re
from collections.abc import Iterator, Mapping

from symtrack.diary import strict_json
from symtrack.errors import InputError
from symtrack.exchange.fhir.parts import BASE
from symtrack.exchange.source import Source
from symtrack.i18n import _

LARGEST = 1 << 28
_BUNDLE = re.compile(rb'"resourceType"\s*:\s*"Bundle"')

Found = Mapping[str, object]
"""A JSON object of which nothing is known yet."""


def is_bundle(source: Source) -> bool:
    """Whether the file is a FHIR bundle."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and _BUNDLE.search(head) is not None


def is_ours(source: Source) -> bool:
    """Whether a bundle was written by symtrack, whatever server it went through since."""
    return is_bundle(source) and f'"{BASE}/'.encode() in source.head


def resources(source: Source) -> Iterator[Found]:
    """The resources of a bundle; InputError when it is none, or when it is about more than one person."""
    bundle = strict_json.parse(source.whole(LARGEST))
    if not isinstance(bundle, dict) or bundle.get("resourceType") != "Bundle":
        raise InputError(_("This is no FHIR bundle."))
    found = [part(entry, "resource") for entry in parts(bundle, "entry")]
    people = {reference(part(each, "subject")) for each in found} - {""}
    if len(people) > 1:
        raise InputError(_("The bundle is about {n} people. A diary is about one.").format(n=len(people)))
    yield from found


def part(of: Found, name: str) -> Found:
    """The object of that name; an empty one where there is none."""
    value = of.get(name)
    return value if isinstance(value, Mapping) else {}


def parts(of: Found, name: str) -> list[Found]:
    """The objects of the list of that name."""
    value = of.get(name)
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def said(of: Found, name: str) -> str:
    """The text of that name."""
    value = of.get(name)
    return value if isinstance(value, str) else ""


def reference(of: Found) -> str:
    """What is referred to: the kind and id, without the address of a server."""
    return "/".join(said(of, "reference").split("/")[-2:])


def code(concept: Found, system: str) -> str:
    """The code from that system."""
    return next((said(each, "code") for each in parts(concept, "coding") if each.get("system") == system), "")


def extension(of: Found, name: str) -> Found:
    """The extension of our own of that name."""
    return next((each for each in parts(of, "extension") if each.get("url") == f"{BASE}/{name}"), {})


def value(of: Found) -> object:
    """Its value, of whatever type it is."""
    return next((of[name] for name in of if name.startswith("value")), None)


def moment(resource: Found) -> str:
    """When it was: the first moment that it tells."""
    for name in ("effective", "performed"):
        found = said(resource, f"{name}DateTime") or said(part(resource, f"{name}Period"), "start")
        if found:
            return found
    return said(resource, "effectiveInstant")


def clock(moment: str) -> str | None:
    """The time of day on the wall there; None where only a day was told."""
    return moment[11:16] if len(moment) > len("2026-05-14T") else None
