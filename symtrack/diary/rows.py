"""The append-only rows: everything that the person gives is one of these, and is never overwritten."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from symtrack.errors import InputError
from symtrack.i18n import _

PATIENT = "patient"
_VOICE = re.compile(r"caregiver:\S(.{0,58}\S)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row has. `id`, `action` and `recorded_at` are empty until the store has written it.

    `voice` is `patient` or `caregiver:NAME`; `entered_by` names who typed what the patient said; `replaces` is the id
    of the row that this one corrects; `withdrawn` means that it takes that row away.
    """

    id: str = ""
    action: str = ""
    recorded_at: str = ""
    voice: str = PATIENT
    entered_by: str | None = None
    replaces: str | None = None
    withdrawn: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Row):
    """One answer: a score 0–10, or the reason why there is none. With a `time` it is a *moment*."""

    day: date
    item: str
    score: int | None = None
    reason: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Row):
    """One thing that happened, or is planned.

    `origin` is the id of its first row, by which other events refer to it however often it is corrected; the store
    fills it in.
    """

    kind: str
    day: date
    until: date | None = None
    time: str | None = None
    text: str | None = None
    body: Mapping[str, object] = field(default_factory=dict)
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Row):
    """One change of a setting that belongs to the diary; `value` is whatever JSON can hold."""

    key: str
    value: object = None


class RatingColumns(NamedTuple):
    """The ratings that count, column by column, no object a row. `day` is an ordinal, `late` whole days."""

    day: tuple[int, ...] = ()
    time: tuple[str | None, ...] = ()
    item: tuple[str, ...] = ()
    score: tuple[int | None, ...] = ()
    reason: tuple[str | None, ...] = ()
    voice: tuple[str, ...] = ()
    late: tuple[int, ...] = ()


def parse_voice(text: str) -> str:
    """`patient` or `caregiver:NAME`, unchanged; InputError for anything else."""
    if text == PATIENT or _VOICE.fullmatch(text):
        return clean(text)
    raise InputError(_("“{text}” is no voice. It is “patient” or “caregiver:NAME”.").format(text=text))


def voice_name(voice: str) -> str:
    """The caregiver's name, or an empty string for the patient."""
    return "" if voice == PATIENT else voice.removeprefix("caregiver:")


def clean(text: str) -> str:
    """The text, unchanged; InputError when it holds a character that no file can keep."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise InputError(_("The text holds a character that can’t be kept."))
    return text
