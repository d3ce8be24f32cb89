"""The append-only rows: everything that the person gives is one of these, and is never overwritten."""

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from symtrack.errors import InputError
from symtrack.i18n import _

PATIENT = "patient"
LATE = 2
"""From this many days between a day and its entry on, the entry is late: marked so on the screen and on paper."""
Answer = tuple[int | None, str | None]
"""A score, or the reason why there is none."""
Place = tuple[date, str | None, str, str]
"""Day, time, item and voice: one answer has one place, whatever it was corrected to."""
_VOICE = re.compile(r"caregiver:\S(.{0,58}\S)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and a sign, as Unicode has it, of which nothing is seen."""
_DEEPEST = 64
"""JSON nested deeper than this is nobody’s entry, and neither SQLite nor Python would read it back."""


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

    @property
    def answer(self) -> Answer:
        return self.score, self.reason

    @property
    def place(self) -> Place:
        """What only one answer counts for."""
        return self.day, self.time, self.item, self.voice


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
    if text == PATIENT or (_VOICE.fullmatch(text) and not _CONTROL.search(text)):
        return clean(text)
    raise InputError(_("“{text}” is no voice. It is “patient” or “caregiver:NAME”.").format(text=text))


def voice_name(voice: str) -> str:
    """The caregiver's name, or an empty string for the patient."""
    return "" if voice == PATIENT else voice.removeprefix("caregiver:")


def seen(name: str) -> bool:
    """Whether anybody sees anything of the name, on the screen or on paper."""
    return any(unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK for letter in name)


def check_seen(name: str) -> None:
    """InputError for a name that nobody would see, unless it is empty."""
    if name and not seen(name):
        raise InputError(_("Nobody can see that name. Please give one with letters in it."))


def clean(text: str) -> str:
    """The text, unchanged; InputError when it holds a character that no file can keep."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise InputError(_("The text holds a character that can’t be kept."))
    return text


def check_json(value: object, *, room: int = _DEEPEST) -> None:
    """InputError when the value holds what no file can keep: text, a number, or lists within lists without end."""
    if not room:
        raise InputError(_("It holds lists within lists, too deep to be kept."))
    if isinstance(value, str):
        clean(value)
    elif isinstance(value, float) and not math.isfinite(value):
        raise InputError(_("It holds a number that can’t be kept."))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            check_json(key, room=room - 1)
            check_json(part, room=room - 1)
    elif isinstance(value, list | tuple):
        for part in value:
            check_json(part, room=room - 1)
