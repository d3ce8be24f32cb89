"""Made-up languages, made from the template: one with longer words, one that runs from right to left.

Nobody speaks them. They show whether the window bears what a real language will do to it.
"""

import math
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from symtrack.i18n import Language
from symtrack.sentences import compiled
from tools.translations import kept

LONGER = 1.4
BEGINS, ENDS = "\u2063", "\u2064"
"""Signs without a width, the invisible separator and the invisible plus."""
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_HEBREW = "אבגדהופגיזקלמנעפכרסתאוהחיצ"
_TURNED = {ord(latin): hebrew for latin, hebrew in zip(_LATIN, _HEBREW, strict=True)}
_FIELD = re.compile(r"(\{[^}]*\})")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def longer() -> Language:
    """English whose words are 40 % longer."""
    return _language("en_GB", _stretched)


@cache
def mirrored() -> Language:
    """English in Hebrew letters, which run from right to left; days and numbers as Hebrew writes them.

    Each sentence begins with BEGINS and ends with ENDS, which nobody sees. So what is English was not translated, and
    what has two beginnings side by side was put together.
    """
    return _language("he", lambda words: words.lower().translate(_TURNED), BEGINS, ENDS)


def _stretched(words: str) -> str:
    """Each word with some of its letters twice, evenly, so that it can still be read."""

    def stretch(found: re.Match[str]) -> str:
        word = found.group()
        more = math.ceil(len(word) * LONGER)
        return "".join(word[place * len(word) // more] for place in range(more))

    return _WORD.sub(stretch, words)


def _language(code: str, change: Callable[[str], str], begins: str = "", ends: str = "") -> Language:
    made = Catalog(locale=code)

    def said(sentence: str) -> str:
        """The sentence changed, except for the names in braces."""
        changed = "".join(part if part.startswith("{") else change(part) for part in _FIELD.split(sentence))
        return f"{begins}{changed}{ends}"

    for message in filter(lambda each: each.id, kept()):
        if isinstance(message.id, str):
            made.add(message.id, said(message.id))
        else:
            one, many = message.id
            made.add(message.id, (said(one), *[said(many)] * (made.num_plurals - 1)))
    written = BytesIO()
    write_po(written, made)
    return Language(code, compiled(written.getvalue()))
