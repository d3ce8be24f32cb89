"""Which days are public holidays where the person lives: those of the country, and days of their own.

The setting `holidays` is `{"country": "GB", "region": "ENG", "days": ["2026-12-24", …]}`. The list of the country comes
from the package `holidays`, which is imported when a day is asked about and a country was chosen, and not before.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache

from symtrack.diary.day import parse_day
from symtrack.errors import InputError

Holidays = Callable[[date], bool]
YEAR = timedelta(days=366)


def never(_day: date) -> bool:
    """No holiday is known."""
    return False


def known(settings: Mapping[str, object]) -> Holidays:
    """Whether a day is a public holiday, by the setting `holidays`."""
    country, region = place(settings)
    own = frozenset(own_days(settings))
    if not country:
        return own.__contains__ if own else never
    return lambda day: day in own or bool(_name(country, region, day))


def place(settings: Mapping[str, object]) -> tuple[str, str]:
    """The country and its region, as codes; empty where none is chosen."""
    return _text(settings, "country"), _text(settings, "region")


def own_days(settings: Mapping[str, object]) -> tuple[date, ...]:
    """The days of the person's own, in order; what is no day is left out."""
    kept = _setting(settings).get("days")
    found = set()
    for text in kept if isinstance(kept, list) else ():
        try:
            found.add(parse_day(str(text)))
        except InputError:
            continue
    return tuple(sorted(found))


def coming(settings: Mapping[str, object], today: date) -> tuple[date, str] | None:
    """The next holiday from today on, within a year, with the name that its country gives it."""
    free = known(settings)
    country, region = place(settings)
    for ahead in range(YEAR.days):
        day = today + timedelta(days=ahead)
        if free(day):
            return day, _name(country, region, day)
    return None


@cache
def countries() -> tuple[str, ...]:
    """The codes of all countries whose holidays are known."""
    import holidays

    return tuple(code for code in holidays.list_supported_countries(include_aliases=False) if len(code) == len("GB"))


@cache
def regions(country: str) -> Mapping[str, str]:
    """The regions of a country that have holidays of their own: a code, and a name."""
    import holidays

    if country not in countries():
        return {}
    names = holidays.country_holidays(country).get_subdivision_aliases()
    return {code: next(iter(named), code) for code, named in names.items()}


@cache
def _of_the_year(country: str, region: str, year: int) -> Mapping[date, str]:
    import holidays

    try:
        return dict(holidays.country_holidays(country, subdiv=region or None, years=year))
    except NotImplementedError:  # A country or region that the package does not know, or knows no more.
        return {}


def _name(country: str, region: str, day: date) -> str:
    return _of_the_year(country, region, day.year).get(day, "") if country else ""


def _setting(settings: Mapping[str, object]) -> Mapping[str, object]:
    kept = settings.get("holidays")
    return kept if isinstance(kept, Mapping) else {}


def _text(settings: Mapping[str, object], key: str) -> str:
    value = _setting(settings).get(key)
    return value.strip() if isinstance(value, str) else ""


def setting(country: str, region: str, days: Iterable[date]) -> dict[str, object]:
    """The setting that says so."""
    kept = {"country": country, "region": region, "days": [day.isoformat() for day in sorted(days)]}
    return {key: value for key, value in kept.items() if value}
