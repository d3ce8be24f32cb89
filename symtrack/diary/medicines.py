"""The person's own list of medicines, as they copied it: nothing here knows a drug, and nothing has a limit of its own.

Each is a setting `medicine.NAME`: a JSON object with `strength`, `when`, `parts` (of the day), `limit`, `name` where
the key can't hold it, and `stopped`; or the strength alone, as text. What is empty, or says `stopped`, is not on the
list any more.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from symtrack.diary.instrument import unknown
from symtrack.diary.rows import Event, Setting
from symtrack.errors import InputError
from symtrack.i18n import N_, _

PREFIX = "medicine."
STOPPED = "stopped"
REGULAR, NEEDED = "regular", "needed"
WHENS = (NEEDED, REGULAR)
PARTS = ("morning", "noon", "evening", "night")
"""The parts of the day at which regular ones are taken."""
WHEN_NAMES = {NEEDED: N_("when needed"), REGULAR: N_("regularly")}
PART_NAMES = {
    "morning": N_("in the morning"),
    "noon": N_("at noon"),
    "evening": N_("in the evening"),
    "night": N_("at night"),
}
NAME, STRENGTH, LIMIT = 60, 40, 160
"""The most letters of each."""
_TEXTS = ("name", "strength", "limit")
_KEYS = (*_TEXTS, "when", "parts", STOPPED)
_NOT_IN_KEYS = re.compile(r"[^\w .-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """One line of the list. `strength` and `limit` are text as on the label; `stopped` ones are offered no more."""

    name: str
    key: str = ""
    strength: str = ""
    when: str = NEEDED
    parts: tuple[str, ...] = ()
    limit: str = ""
    stopped: bool = False

    @property
    def words(self) -> str:
        """Morphine, 10 mg."""
        return (
            _("{medicine}, {strength}").format(medicine=self.name, strength=self.strength)
            if self.strength
            else self.name
        )

    @property
    def times(self) -> str:
        """When needed; or regularly, in the morning, in the evening."""
        return ", ".join([_(WHEN_NAMES[self.when]), *(_(PART_NAMES[part]) for part in self.parts)])


def medicines(settings: Mapping[str, object]) -> tuple[Medicine, ...]:
    """All that the list ever held, in order of their names; what can't be read of one is left out."""
    found = [_medicine(key, value) for key, value in settings.items() if key.startswith(PREFIX) and key != PREFIX]
    return tuple(sorted(found, key=lambda medicine: (medicine.name.casefold(), medicine.key)))


def taken_now(settings: Mapping[str, object]) -> tuple[Medicine, ...]:
    """Those that are on the list now."""
    return tuple(medicine for medicine in medicines(settings) if not medicine.stopped)


def named(known: Iterable[Medicine], name: str) -> Medicine | None:
    """The one of this name, capitals or not."""
    wanted = _line(name).casefold()
    return next((medicine for medicine in known if medicine.name.casefold() == wanted), None)


def key_of(name: str, taken: Iterable[str]) -> str:
    """A key for a medicine of this name, other than those that are taken."""
    word = PREFIX + (_NOT_IN_KEYS.sub("-", _line(name)).strip(" .-") or _("medicine"))
    return next(key for key in (word, *(f"{word} {n}" for n in range(2, 1000))) if key not in taken)


def setting(medicine: Medicine) -> Setting:
    """The row that keeps it so."""
    value: dict[str, object] = {}
    if medicine.name != medicine.key.removeprefix(PREFIX):
        value["name"] = medicine.name
    value |= {"strength": medicine.strength, "when": medicine.when}
    if medicine.when == REGULAR:
        value["parts"] = list(medicine.parts)
    if medicine.limit:
        value["limit"] = medicine.limit
    if medicine.stopped:
        value[STOPPED] = True
    return Setting(key=medicine.key, value=value)


def change(before: Medicine | None, after: Medicine, day: date) -> Event | None:
    """The event that says so when it is begun, stopped, or taken in another strength; None when it is as before."""
    old, new = _taken(before), _taken(after)
    if old == new:
        return None
    body = {"medicine": after.name, "from": old, "to": new}
    return Event(kind="change", day=day, body={key: words for key, words in body.items() if words})


def check(key: str, value: object) -> None:
    """InputError with one sentence unless the value can stand in the setting `key` of a medicine."""
    if value is None or isinstance(value, str):
        return
    if not isinstance(value, Mapping):
        raise InputError(_("“{key}” is written as JSON in braces, or it is the strength alone.").format(key=key))
    for part, said in value.items():
        if part not in _KEYS:
            raise InputError(unknown(part, list(_KEYS), _("a part of a medicine")))
        if part in _TEXTS and not isinstance(said, str):
            raise InputError(_("The “{part}” of a medicine is text, in quotation marks.").format(part=part))
    _check_choices("when", [value.get("when", NEEDED)], WHENS)
    _check_choices("parts", value.get("parts", []), PARTS)
    if not isinstance(value.get(STOPPED, False), bool):
        raise InputError(_("Whether a medicine is “stopped” is true or false."))


def _check_choices(part: str, said: object, known: Iterable[str]) -> None:
    odd = [each for each in said if each not in known] if isinstance(said, list) else [said]
    if odd:
        raise InputError(
            _("“{text}” can’t be in the “{part}” of a medicine. There are: {known}.").format(
                text=odd[0], part=part, known=", ".join(known)
            )
        )


def _taken(medicine: Medicine | None) -> str:
    return _("not taken") if medicine is None or medicine.stopped else medicine.strength


def _medicine(key: str, value: object) -> Medicine:
    given = value if isinstance(value, Mapping) else {"strength": value}
    parts, when = given.get("parts"), given.get("when")
    return Medicine(
        key=key,
        name=_line(given.get("name")) or key.removeprefix(PREFIX),
        strength=_line(given.get("strength")),
        when=REGULAR if when == REGULAR else NEEDED,
        parts=tuple(part for part in PARTS if isinstance(parts, list) and part in parts),
        limit=_line(given.get("limit")),
        stopped=value in (None, "", STOPPED) or not given or bool(given.get(STOPPED)),
    )


def _line(text: object) -> str:
    return " ".join(text.split()) if isinstance(text, str) else ""
