"""Which language is spoken, and its sentences.

`_("…")` translates now, `N_("…")` marks a sentence that is translated where it is shown, `n_(one, many, n)` chooses by
number. A language is one `resources/locale/CODE.po`; it is compiled in memory, so nothing has to be built.
"""

import gettext as stdlib_gettext
import locale as stdlib_locale
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from symtrack import paths
from symtrack.errors import InputError
from symtrack.sentences import WhenAsked

SOURCE = "en_GB"
Paper = Literal["a4", "letter"]
LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Where paper is as large as a US letter: the Unicode CLDR, supplemental data, `paperSize`."""
REVIEWED = "X-Reviewed-By"
"""The line at the top of a `.po` file that says which native speaker has read it; empty until one has."""


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


def usual_paper() -> Paper:
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
