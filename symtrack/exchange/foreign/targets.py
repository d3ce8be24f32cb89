"""The questions that the scores of a foreign file answer: those that there are, and new ones of the person's own."""

from collections.abc import Mapping

from symtrack.diary import instrument, measures
from symtrack.diary.instrument import Item, own_key, own_words
from symtrack.diary.rows import Setting
from symtrack.errors import InputError
from symtrack.exchange.foreign.choice import NEW, Choice, Choices
from symtrack.i18n import _

LONGEST_NAME = 36


class Targets:
    """The item of each subject that becomes scores; `made` are the settings of the new ones."""

    def __init__(self, choices: Choices, settings: Mapping[str, object]) -> None:
        self._known = instrument.of(settings)
        self._items: dict[str, Item] = {}
        self.made: tuple[Setting, ...] = ()
        for subject, choice in choices.by_subject.items():
            if choice.measure and choice.measure not in measures.KINDS:
                raise InputError(instrument.unknown(choice.measure, list(measures.KINDS), _("a measurement")))
            if choice.scored:
                self._items[subject] = self._own(subject, choice) if choice.target == NEW else self._item(choice.target)

    def item(self, subject: str) -> Item:
        """The item that the subject's scores are for."""
        return self._items[subject]

    def _item(self, key: str) -> Item:
        if key.startswith(instrument.OWN) and key not in {item.key for item in self._known.own}:
            raise InputError(instrument.unknown(key, [item.key for item in self._known.items], _("an item")))
        return self._known.item(key)

    def _own(self, subject: str, choice: Choice) -> Item:
        """The person's own question of this name; it is made where there is none."""
        name = " ".join((choice.name or subject).split())[:LONGEST_NAME]
        there = next((item for item in self._known.own if item.name.casefold() == name.casefold()), None)
        if there is None:
            key = own_key(name, {item.key for item in self._known.items})
            self.made += (Setting(key=f"item.{key}", value=own_words(name)),)
            self._known = self._known.with_own({f"item.{key}": own_words(name)})
            there = self._known.item(key)
        return there
