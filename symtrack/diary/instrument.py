"""The questions: items, their anchors, and the words for a score."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from symtrack import paths
from symtrack.diary.rows import Answer
from symtrack.errors import InputError, SymtrackError
from symtrack.i18n import N_, _

LEAST, MOST = 0, 10
MODERATE, SEVERE = 4, 7
"""Where *moderate* and *severe* begin: Selby et al. 2010, doi 10.1016/j.jpainsymman.2009.06.010 (7 separates severe
best in six of nine symptoms; for moderate 4 is the more sensitive of 4 and 5)."""

REASONS = ("declined", "unwell", "asleep", "hospital")
REASON_NAMES = {
    "declined": N_("prefer not to say"),
    "unwell": N_("too unwell to answer"),
    "asleep": N_("asleep"),
    "hospital": N_("in hospital"),
}
LETTERS = {"x": "declined", "u": "unwell", "a": "asleep", "h": "hospital"}
"""How a reason is written where there is room for one letter: in a table, in a grid."""

# Translators: The words for 0 and for 10 of any question. 0 is: nothing of it.
USUAL_LOW, USUAL_HIGH = N_("None"), N_("Worst I can imagine")
OWN = "own."
STRAIN = "strain"
"""Asked in a caregiver's own diary alone, which is another file: the one whose setting `items` names it."""
_OWN_KEY = re.compile(r"own\.[\w-]{1,40}")
_NO_WORD = re.compile(r"[^\w-]+")
_LONGEST = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is asked, 0 to 10, higher is worse. Words are in the source language: `_()` them to show."""

    key: str
    name: str
    phrase: str
    low: str
    high: str
    middle: str = "moderate"
    hint: str = ""
    daily: bool = False


@dataclass(frozen=True, slots=True)
class Instrument:
    """The questions that belong together."""

    question: str
    items: tuple[Item, ...]

    @property
    def daily(self) -> tuple[Item, ...]:
        """What is asked each day unless the person chose otherwise."""
        return tuple(item for item in self.items if item.daily)

    @property
    def own(self) -> tuple[Item, ...]:
        """The items that the person made."""
        return tuple(item for item in self.items if item.key.startswith(OWN))

    def with_own(self, settings: Mapping[str, object]) -> "Instrument":
        """The same with the items of the person's own that these settings of a diary hold, in order of their keys."""
        keys = sorted(key.removeprefix("item.") for key in settings if key.startswith(f"item.{OWN}"))
        made = [_own_item(key, settings[f"item.{key}"]) for key in keys if _OWN_KEY.fullmatch(key)]
        return replace(self, items=(*self.items, *made))

    def item(self, key: str) -> Item:
        """The item `key`; an own one that no setting names is called as its key is. InputError names the nearest."""
        for item in self.items:
            if item.key == key:
                return item
        if _OWN_KEY.fullmatch(key):
            return _own_item(key, None)
        raise InputError(unknown(key, [item.key for item in self.items], _("an item")))


def of(settings: Mapping[str, object]) -> Instrument:
    """The daily questions of a diary with these settings: those that everybody has, and the person's own."""
    return load().with_own(settings)


def own_key(name: str, taken: Iterable[str]) -> str:
    """A key for an own item of this name, other than those that are taken."""
    word = OWN + (_NO_WORD.sub("_", name.casefold()).strip("_")[:_LONGEST] or "item")
    return next(key for key in (word, *(f"{word}_{n}" for n in range(2, 1000))) if key not in taken)


def own_words(name: str, low: str = "", high: str = "") -> dict[str, str]:
    """What the setting of an own item holds: its name, and its own words for 0 and 10 where there are any."""
    return {key: words for key, words in (("name", name), ("low", low), ("high", high)) if words}


def _own_item(key: str, value: object) -> Item:
    """The item that a setting describes: a name, or a table of words. What is not said is as for any other item."""
    given = value if isinstance(value, Mapping) else {"name": value}
    words = {
        part: " ".join(said.split())
        for part in ("name", "low", "high")
        if isinstance(said := given.get(part), str) and said.strip()
    }
    name = words.get("name", key.removeprefix(OWN).replace("_", " "))
    low, high = words.get("low", USUAL_LOW), words.get("high", USUAL_HIGH)
    return Item(key=key, name=name, phrase=name, low=low, high=high)


def unknown(key: str, known: list[str], what: str) -> str:
    """The sentence for a name that does not exist, with the nearest that does."""
    import difflib

    near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    if near:
        return _("“{key}” is not {what}. Did you mean “{near}”?").format(key=key, what=what, near=near[0])
    return _("“{key}” is not {what}. There are: {known}.").format(key=key, what=what, known=", ".join(known))


@cache
def load(name: str = "daily") -> Instrument:
    """The instrument in `resources/instruments/NAME.toml`; SymtrackError unless it is 0–10 with higher as worse."""
    table = tomllib.loads(paths.resource(f"instruments/{name}.toml").read_text(encoding="utf-8"))
    if table.get("scale") != {"least": LEAST, "most": MOST, "worse": "higher"}:
        raise SymtrackError(f"The instrument “{name}” is not 0 to 10 with higher as worse.")
    return Instrument(table["question"], tuple(Item(**item) for item in table["item"]))


def severity(score: int) -> str:
    """The word for a score: none, mild, moderate or severe, in the person's language."""
    if score >= SEVERE:
        # Translators: How bad a number is: 7 to 10. It stands beside any question’s number.
        return _("severe")
    if score >= MODERATE:
        return _("moderate")
    # Translators: How bad a number is: 0 none, 1 to 3 mild. It stands beside any question’s number.
    return _("mild") if score > LEAST else _("none")


def answer_words(score: int | None, reason: str | None) -> str:
    """“6, moderate”, or the reason why there is no number."""
    if score is None:
        return _(REASON_NAMES[reason or "declined"])
    return _("{score}, {word}").format(score=score, word=severity(score))


def short_answer(answer: Answer) -> str:
    """“6”, or the reason why there is no number."""
    score, reason = answer
    return _(REASON_NAMES[reason]) if reason else str(score)


def parse_score(text: str) -> Answer:
    """`(score, None)` for a whole number 0–10, `(None, reason)` for `declined unwell asleep hospital`."""
    if text in REASONS:
        return None, text
    if re.fullmatch(r"\d|10", text, re.ASCII):
        return int(text), None
    raise InputError(
        _("“{text}” is no score. A score is a whole number from 0 to 10, or one of: {reasons}.").format(
            text=text, reasons=", ".join(REASONS)
        )
    )
