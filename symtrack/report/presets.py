"""Presets: which parts of the paper go along for whom, some ready-made and the person's own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from symtrack.diary.instrument import unknown
from symtrack.diary.setting_keys import PRESET
from symtrack.errors import InputError
from symtrack.i18n import N_, _
from symtrack.report import all_sections


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """`sections` are keys, in the order of the paper; `private` says whether what is private goes along.

    `name` is a sentence of the source language, `_()` it to show; the person's own name is shown as it is.
    """

    key: str
    name: str
    sections: tuple[str, ...]
    private: bool = False


READY = (
    Preset(
        key="oncologist",
        name=N_("Oncologist"),
        sections=(
            "flags", "more-charts", "cycles", "around", "doses", "measured", "moods", "treatments", "points", "answers",
        ),
    ),
    Preset(
        key="palliative-nurse",
        name=N_("Palliative care nurse"),
        sections=(
            "flags", "more-charts", "doses", "spells", "measured", "moods", "caregiver", "notes", "treatments",
            "points", "answers",
        ),
    ),
    Preset(
        key="family-doctor",
        name=N_("Family doctor"),
        sections=("flags", "more-charts", "doses", "measured", "moods", "treatments", "answers"),
    ),
    Preset(key="family", name=N_("Family"), sections=("more-charts", "notes")),
)  # fmt: skip
"""Those that everybody has."""


def presets(settings: Mapping[str, object]) -> tuple[Preset, ...]:
    """Those that everybody has, then the person's own in order of name. An own one takes the place of its namesake."""
    own = {
        key.removeprefix(PRESET): made
        for key, value in sorted(settings.items())
        if key.startswith(PRESET) and (made := _own(key.removeprefix(PRESET), value)) is not None
    }
    ready = tuple(own.pop(preset.key, preset) for preset in READY)
    return (*ready, *own.values())


def preset(key: str, settings: Mapping[str, object]) -> Preset:
    """The preset of that key; InputError, naming the nearest that there is, for any other."""
    found = {each.key: each for each in presets(settings)}
    if key not in found:
        raise InputError(unknown(key, list(found), _("a preset")))
    return found[key]


def named(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys of these parts; InputError, naming the nearest, for one that can't be chosen."""
    known = choosable()
    given = tuple(keys)
    for key in given:
        if key not in known:
            raise InputError(unknown(key, list(known), _("a part of the paper")))
    return given


def choosable() -> tuple[str, ...]:
    """The keys of the parts that can be left out or taken along, in the order of the paper."""
    return tuple(section.key for section in all_sections() if section.name)


def value(sections: Collection[str], *, private: bool) -> dict[str, object]:
    """The value of an own preset's setting."""
    return {"sections": [key for key in choosable() if key in sections], "private": private}


def _own(name: str, value: object) -> Preset | None:
    """The person's own; parts that this version does not know are left out, and what is no preset is none."""
    listed = value.get("sections") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(listed, list):
        return None
    sections = tuple(key for key in choosable() if key in listed)
    return Preset(key=name, name=name, sections=sections, private=value.get("private") is True)
