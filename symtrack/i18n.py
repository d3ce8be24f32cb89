"""The one translation mechanism: sentences through gettext, dates and numbers through Babel.

`_("…")` translates now, `N_("…")` marks a sentence that is translated where it is shown, `n_(one, many, n)` chooses by
number. A language is one `resources/locale/CODE.po`; it is compiled in memory, so nothing has to be built.
"""

import gettext as stdlib_gettext
import locale as stdlib_locale
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Literal

from symtrack import paths
from symtrack.errors import InputError
from symtrack.sentences import WhenAsked

SOURCE = "en_GB"
LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Where paper is as large as a US letter: the Unicode CLDR, supplemental data, `paperSize`."""
KEPT = 32_768
"""So many stretches of days and numbers are kept as they are written: the same ones are written again at each save.
The points of thirty years have some 8,000; with fewer kept than that none would still be there when it is wanted."""
REVIEWED = "X-Reviewed-By"
"""The line at the top of a `.po` file that says which native speaker has read it; empty until one has."""
_ABBREVIATED, _ORDINAL = re.compile(r"([^\W\d]{2,})\."), re.compile(r"(\d\.) (?=\w)")
_YEAR_AT_THE_END = re.compile(r"(?:\s*'[^']*')?[\s,.]*y+$")
_FIGURES = re.compile(r"[\d.,\u066b\u066c]{1,20}")


@dataclass(frozen=True)
class Language:
    """A locale code such as `en_GB`, and the sentences in its language."""

    code: str
    sentences: stdlib_gettext.NullTranslations = field(default_factory=stdlib_gettext.NullTranslations)


_current: ContextVar[Language] = ContextVar("language", default=Language(SOURCE))


def _(sentence: str) -> str:
    return _current.get().sentences.gettext(sentence)


def n_(one: str, many: str, number: int) -> str:
    return _current.get().sentences.ngettext(one, many, number)


def quoted(text: object) -> str:
    """The text between the quotation marks of the language."""
    # Translators: The quotation marks around a word that is not ours.
    return _("“{words}”").format(words=text)


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for a sentence that is only marked
    return sentence


def capital(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


def code() -> str:
    """The current locale's code, such as `en_GB`."""
    return _current.get().code


def right_to_left() -> bool:
    """Whether the current language runs from right to left."""
    from babel import Locale

    return Locale.parse(code()).text_direction == "rtl"


def left_to_right(text: str) -> str:
    """A telephone number, a number with its sign, the name of a key: it keeps its order in any sentence."""
    return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if right_to_left() else text


@lru_cache(maxsize=16)
def _territory(language: str) -> str:
    """The country that a language code names, or else where most who speak it live."""
    from babel import Locale
    from babel.core import get_global

    locale = Locale.parse(language)
    likely: str = get_global("likely_subtags").get(locale.language, "")
    return locale.territory or likely.rpartition("_")[2]


def territory() -> str:
    """The country whose customs go with the current language, such as `US`."""
    return _territory(code())


def first_weekday() -> int:
    """The day on which the week begins, as `date.weekday()` counts: 0 is Monday, 6 Sunday."""
    from babel import Locale

    return Locale(Locale.parse(code()).language, territory()).first_week_day


def days_into_week(day: date) -> int:
    """How many days of its week lie before it: 0 for the first one."""
    return (day.weekday() - first_weekday()) % 7


def usual_paper() -> Literal["a4", "letter"]:
    """The size of paper that people have at home."""
    return "letter" if territory() in LETTER else "a4"


def available() -> dict[str, Path]:
    """The translations that there are, by language code."""
    return {file.stem: file for file in paths.resource("locale").glob("*.po")}


def reviewed(file: Path) -> bool:
    """Whether a native speaker has read this translation. Only the top of the file is looked at."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("msgid") and line.strip() != 'msgid ""':
                break
            if line.startswith(f'"{REVIEWED}:'):
                return line.partition(":")[2].strip() not in {'"', '\\n"'}
    return False


def language_name(wanted: str) -> str:
    """What a language calls itself: English, Deutsch."""
    from babel import Locale

    return capital(Locale.parse(wanted).get_display_name(wanted) or wanted)


def system_code() -> str:
    """The system's locale where its sentences exist here, otherwise British English."""
    wanted = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    if wanted is None and sys.platform in {"win32", "darwin"}:
        # Elsewhere nothing named means the C locale, which Python would report as American English.
        wanted = stdlib_locale.getlocale()[0]
    wanted = wanted or SOURCE
    wanted = wanted.split(".")[0].split("@")[0]
    return wanted if _is_english(wanted) or {wanted, wanted.split("_")[0]} & set(available()) else SOURCE


def _is_english(wanted: str) -> bool:
    """Whether it is a kind of English whose dates are known, such as `en_IE`."""
    if wanted == SOURCE or wanted.split("_", maxsplit=1)[0] != "en":
        return wanted == SOURCE
    from babel import localedata

    return localedata.exists(wanted)


def load(wanted: str) -> Language:
    """The language `wanted`, a code such as `de` or `en_US`; InputError when there is no translation for it."""
    if _is_english(wanted) and wanted not in available():
        return Language(SOURCE if wanted == "en" else wanted)
    files = available()
    file = files.get(wanted) or files.get(wanted.split("_", maxsplit=1)[0])
    if file is None:
        raise InputError(
            _("There is no translation for “{code}”. There are: {codes}.").format(
                code=wanted, codes=", ".join(["en", *sorted(files)])
            )
        )
    return Language(wanted, WhenAsked(file))


def use(wanted: str | Language) -> None:
    """Speak `wanted` from now on."""
    _current.set(wanted if isinstance(wanted, Language) else load(wanted))


@contextmanager
def speaking(wanted: str | Language) -> Iterator[None]:
    """Speak `wanted` within the block."""
    token = _current.set(wanted if isinstance(wanted, Language) else load(wanted))
    try:
        yield
    finally:
        _current.reset(token)


def _by_skeleton(skeleton: str, day: date) -> str:
    from babel.dates import format_skeleton

    return _in_a_sentence(format_skeleton(skeleton, day, locale=code(), fuzzy=True))


def _in_a_sentence(written: str) -> str:
    """A day as it can stand anywhere: no point after “Apr”, which would be two at an end; “15. Mai” on one line."""
    return _ORDINAL.sub("\\1\u00a0", _ABBREVIATED.sub(r"\1", written))


def long_day(day: date, *, year: bool = False) -> str:
    """Friday 15 May; with `year` Friday 15 May 2026."""
    from babel.dates import format_date

    return _in_a_sentence(format_date(day, _long_pattern(code(), year=year), locale=code()))


@lru_cache(maxsize=16)
def _long_pattern(language: str, *, year: bool) -> str:
    """The longest way to write a day; without its year only where that stands at the end."""
    from babel import Locale

    whole = str(Locale.parse(language).date_formats["full"].pattern)
    if language.startswith("en"):  # British English does without the comma that CLDR gives it.
        whole = whole.replace("EEEE, d", "EEEE d")
    return whole if year else _YEAR_AT_THE_END.sub("", whole)


def weekday(day: date) -> str:
    """Fri 15."""
    return _by_skeleton("Ed", day)


def short_day(day: date) -> str:
    """15 May."""
    return _by_skeleton("MMMd", day)


def dated(day: date) -> str:
    """15 May 2026."""
    return _by_skeleton("yMMMd", day)


def day_pattern() -> str:
    """How a day is written where it can be typed: `d MMMM y`, in the letters of the Unicode CLDR."""
    from babel import Locale

    return str(Locale.parse(code()).date_formats["long"].pattern)


def month(day: date) -> str:
    """May 2026."""
    return _by_skeleton("yMMMM", day)


def days(first: date, last: date, *, year: bool = False) -> str:
    """12–15 May; one day alone is 15 May; another year is named, and with `year` each."""
    if first == last:
        return dated(first) if year else short_day(first)
    return _interval(first, last, "yMMMd" if year or first.year != last.year else "MMMd", code())


@lru_cache(maxsize=KEPT)
def _interval(first: date, last: date, skeleton: str, language: str) -> str:
    from babel.dates import format_interval

    written = format_interval(first, last, skeleton, locale=language, fuzzy=True)
    return _in_a_sentence(written).replace("\u2009", "\u202f")


def clock(moment: datetime | time) -> str:
    """14:02, as the language writes it."""
    from babel.dates import format_time

    return format_time(moment, "short", locale=code())


def clock_at(at: str) -> str:
    """The same for a time that is written HH:MM."""
    return clock(time.fromisoformat(at))


def number(value: float, *, decimals: int = 1) -> str:
    """At most one decimal, or as many as are asked for: 6, 5.4."""
    return _decimal(value, decimals, code())


@lru_cache(maxsize=KEPT)
def _decimal(value: float, decimals: int, language: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, "0." + "#" * decimals, locale=language)


def parse_number(text: str) -> float | None:
    """The number that is written in the text, as it is written here or with the other sign for decimals; or None.

    A sign that three figures follow is taken for what it is here, for it may stand between thousands.
    """
    from babel.numbers import NumberFormatError, parse_decimal

    written = "".join(text.split())
    if not _FIGURES.fullmatch(written):
        return None
    try:
        return float(parse_decimal(written, locale=code(), strict=True))
    except NumberFormatError:
        typed = re.fullmatch(r"(\d+)[.,](\d{1,2}|\d{4,9})", written)
        return float(f"{typed[1]}.{typed[2]}") if typed else None


def weekday_name(day: date) -> str:
    """Fri."""
    return _by_skeleton("E", day)


def day_name(day: date) -> str:
    """Friday."""
    from babel.dates import format_date

    return format_date(day, "EEEE", locale=code())
