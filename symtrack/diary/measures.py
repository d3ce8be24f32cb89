"""What can be measured or counted: its units, how a person types it, what a day's value is, and how it is said."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from symtrack import i18n
from symtrack.diary.rows import Event
from symtrack.errors import InputError
from symtrack.i18n import N_, _, n_

NO, YES = 0.0, 1.0
_TYPED = re.compile(r"(\d{1,5}(?:[.,\u066b]\d{1,3})?)\s*(\D*)")
_KEPT = 3
"""Decimals that are kept: with fewer, 150.35 lb would come back from kilograms as something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit, `shown` as people write it. A number in it is the kept value times `times`, plus `plus`.

    `known` are other ways to type it, in small letters.
    """

    key: str
    shown: str
    times: float = 1.0
    plus: float = 0.0
    known: tuple[str, ...] = ()

    def of(self, kept: float) -> float:
        """The kept value in this unit."""
        return kept * self.times + self.plus

    def kept(self, typed: float) -> float:
        """A number in this unit as it is kept: in kg, °C, ml, or as it is."""
        return round((typed - self.plus) / self.times, _KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Something measured. `units` begin with the one in which it is kept; none for a count, or yes and no.

    A number outside of `least` to `most` is taken for a slip of the fingers, and never for a finding. `of_day` makes
    one value of a day's. `american` is the unit that people in the United States use, and in the others of
    `american_in`.
    """

    key: str
    name: str
    question: str
    units: tuple[Unit, ...] = ()
    american: str = ""
    american_in: frozenset[str] = frozenset({"US", "PR"})
    least: float = 0.0
    most: float = 1.0
    of_day: Callable[[Iterable[float]], float] = max

    @property
    def counted(self) -> bool:
        """Whether it is a number of times."""
        return not self.units and self.most > YES

    @property
    def yes_or_no(self) -> bool:
        return not self.units and self.most == YES

    def unit(self, key: object) -> Unit:
        """The unit of that key; the one in which it is kept where the key is none of its units."""
        return next(
            (unit for unit in self.units if unit.key == key), self.units[0] if self.units else Unit(key="", shown="")
        )

    def usual_unit(self) -> str:
        """The unit that people use where the current language is spoken."""
        if self.american and i18n.territory() in self.american_in:
            return self.american
        return self.unit("").key


def _last(values: Iterable[float]) -> float:
    return tuple(values)[-1]


FAHRENHEIT = frozenset({"US", "PR", "BS", "BZ", "KY", "PW"})
"""Where people tell a temperature in °F: Unicode CLDR, supplemental data, `measurementSystem-category-temperature`."""

# No thermometer for people shows less than 30 °C or more than 45 °C, and scales for them end before 400 kg: what lies
# beyond is a missing point or another unit.
KINDS: Mapping[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(key="vomiting", name=N_("Vomiting"), question=N_("How many times?"), most=99, of_day=sum),
        Kind(key="bowels", name=N_("Bowels"), question=N_("Was there a bowel movement?")),
        Kind(
            key="weight",
            name=N_("Weight"),
            question=N_("What do you weigh?"),
            units=(
                Unit(key="kg", shown="kg", known=("kilo", "kilos", "kgs")),
                Unit(key="lb", shown="lb", times=1 / 0.45359237, known=("lbs", "pound", "pounds")),
            ),
            american="lb",
            least=15,
            most=400,
            of_day=_last,
        ),
        Kind(
            key="temperature",
            name=N_("Temperature"),
            question=N_("What does the thermometer show?"),
            units=(
                Unit(key="C", shown="°C", known=("c", "celsius")),
                Unit(key="F", shown="°F", times=1.8, plus=32, known=("f", "fahrenheit")),
            ),
            american="F",
            american_in=FAHRENHEIT,
            least=30,
            most=45,
        ),
        Kind(
            key="fluids",
            name=N_("Drinking"),
            question=N_("How much did you drink?"),
            units=(
                Unit(key="ml", shown="ml"),
                Unit(key="oz", shown="fl oz", times=1 / 29.5735295625, known=("fl. oz", "floz")),
            ),
            american="oz",
            most=10_000,
            of_day=sum,
        ),
        Kind(key="woken", name=N_("Woken by pain"), question=N_("How often did pain wake you?"), most=99, of_day=_last),
    )
}
"""By the measurement's `what`."""


def parse(kind: Kind, text: str, unit: str = "") -> tuple[float, str]:
    """The value to keep and its unit, from what a person typed: 38,2 or 101.3 F. InputError with one sentence.

    A unit that is typed goes before `unit`.
    """
    typed = _TYPED.fullmatch(" ".join(text.split()))
    if typed is None:
        raise InputError(_("“{text}” is no number. It is written like 38.2.").format(text=text))
    return checked(kind, _figures(typed[1]), typed[2] or unit)


def checked(kind: Kind, figures: float, unit: str = "") -> tuple[float, str]:
    """The value to keep, of a number in `unit`, and the unit's key; InputError for a slip of the fingers."""
    chosen = known_unit(kind, unit)
    value = chosen.kept(figures)
    whole = kind.units or value == int(value)
    if kind.least <= value <= kind.most and whole:
        return value if kind.units else int(value), chosen.key
    if kind.yes_or_no:
        raise InputError(_("It is 1 for yes, or 0 for no."))
    said = _with_unit(figures, chosen)
    if not kind.units:
        raise InputError(
            _("{said} can’t be how often it was: that is a whole number up to {most}.").format(
                said=said, most=i18n.number(kind.most)
            )
        )
    raise InputError(
        _(
            "{said} can’t be right: it lies between {least} and {most}. Is a point missing, or is it another unit?"
        ).format(
            said=said, least=_with_unit(chosen.of(kind.least), chosen), most=_with_unit(chosen.of(kind.most), chosen)
        )
    )


def by_day(events: Iterable[Event], what: str, voice: str) -> dict[date, float]:
    """One value for each day on which this voice measured it; a day without an answer has none."""
    found: dict[date, list[float]] = {}
    for event in events:
        value = value_of(event)
        if (
            event.kind == "measurement"
            and event.body.get("what") == what
            and event.voice == voice
            and value is not None
        ):
            found.setdefault(event.day, []).append(value)
    return {day: KINDS[what].of_day(values) for day, values in found.items()}


def last_unit(events: Iterable[Event], kind: Kind) -> str:
    """The unit that was used last for it, or else the usual one."""
    keys = [unit.key for unit in kind.units]
    used = (event.body.get("unit") for event in events if event.body.get("what") == kind.key)
    return next((str(unit) for unit in reversed(list(used)) if unit in keys), kind.usual_unit())


def value_of(event: Event) -> float | None:
    """What was measured, as it is kept; None where it is no number."""
    value = event.body.get("value")
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def amount(kind: Kind, value: float, unit: object = "") -> str:
    """“38.2 °C”, “3 times”, “yes”."""
    if kind.yes_or_no:
        # Translators: The answer whether there was a bowel movement.
        return _("yes") if value else _("no")
    if kind.counted:
        return n_("{n} time", "{n} times", round(value)).format(n=i18n.number(value))
    return _with_unit(kind.unit(unit).of(value), kind.unit(unit))


def figures(kind: Kind, value: float, unit: object = "") -> str:
    """The value in that unit, without the unit’s name."""
    return i18n.number(kind.unit(unit).of(value), decimals=2)


def said(event: Event) -> str:
    """“Temperature 38.2 °C”, in the unit that was typed; nothing where it is none of KINDS."""
    kind, value = KINDS.get(str(event.body.get("what"))), value_of(event)
    if kind is None or value is None:
        return ""
    match kind.key:
        case "vomiting" if not value:
            return _("No vomiting")
        case "bowels":
            return _("A bowel movement") if value else _("No bowel movement")
        case "woken":
            if not value:
                return _("Not woken by pain in the night")
            times = n_("Woken by pain in the night {n} time", "Woken by pain in the night {n} times", round(value))
            return times.format(n=i18n.number(value))
        case "fluids":
            return _("Drank {amount}").format(amount=amount(kind, value, event.body.get("unit")))
    return _("{what}: {amount}").format(what=_(kind.name), amount=amount(kind, value, event.body.get("unit")))


def _figures(typed: str) -> float:
    return float(typed.replace(",", ".").replace("\u066b", "."))


def known_unit(kind: Kind, typed: str) -> Unit:
    """The unit that was typed, or the one in which it is kept; InputError names those that there are."""
    wanted = " ".join(typed.split()).casefold().removeprefix("°").strip().removesuffix(".")
    for unit in kind.units:
        if not wanted or wanted in {unit.key.casefold(), unit.shown.casefold().removeprefix("°"), *unit.known}:
            return unit
    if not wanted and not kind.units:
        return kind.unit("")
    known = ", ".join(unit.shown for unit in kind.units)
    if not known:
        raise InputError(_("“{what}” has no unit.").format(what=kind.key))
    raise InputError(_("“{unit}” is no unit of this. There are: {known}.").format(unit=typed.strip(), known=known))


def _with_unit(figures: float, unit: Unit) -> str:
    return f"{i18n.number(figures, decimals=2)} {unit.shown}".strip()
