"""Somebody who writes, corrects, deletes, takes back and erases at random, with a clock that is now and then wrong."""

import random
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import InputError
from symtrack.store import DiaryStore

FIRST = date(2020, 1, 1)
_RECENT = 20


class Person:
    """One person at one computer; `acknowledged` are the ids that the diary there has said, and not erased since."""

    def __init__(self, path: Path, chance: random.Random) -> None:
        self.now = datetime(2026, 5, 14, tzinfo=UTC)
        self.chance = chance
        self.store = DiaryStore.open(path, create=True, clock=self.clock)
        self.acknowledged: set[str] = set()
        self._recent: list[str] = []
        self._acts = {
            self.rate: 40,
            self.note: 20,
            self.correct: 14,
            self.set: 4,
            self.take_back: 10,
            self.delete: 5,
            self.erase: 2,
            self.set_the_clock: 5,
        }

    def clock(self) -> datetime:
        self.now += timedelta(milliseconds=self.chance.randrange(3))
        return self.now

    def act(self) -> None:
        """Does one thing; what can't be done is not."""
        (do,) = self.chance.choices(list(self._acts), list(self._acts.values()))
        with suppress(InputError):
            do()

    def rate(self) -> None:
        voice = self.chance.choice(["patient", "caregiver:Eva"])
        time = self.chance.choice([None, None, "08:00"])
        item, score = self.chance.choice(["pain", "nausea"]), self.chance.randrange(11)
        self._said(self.store.add(Rating(day=self._day(), item=item, score=score, time=time, voice=voice)).ids)

    def note(self) -> None:
        ids = self.store.add(Event(kind="note", day=self._day(), text=f"note {self.chance.random()}")).ids
        self._recent += ids
        self._said(ids)

    def correct(self) -> None:
        if self._recent:
            known = self.chance.choice(self._recent[-_RECENT:])
            ids = self.store.add(Event(kind="note", day=self._day(), text="corrected", replaces=known)).ids
            self._recent += ids
            self._said(ids)

    def set(self) -> None:
        self._said(self.store.add(Setting(key="name", value=str(self.chance.random()))).ids)

    def take_back(self) -> None:
        self.store.undo(self.chance.choice([None, *self._recent[-_RECENT:]]))

    def delete(self) -> None:
        if self._recent:
            self._said(self.store.withdraw(self.chance.choice(self._recent[-_RECENT:])).ids)

    def erase(self) -> None:
        if self._recent:
            self.store.erase(self.chance.choice(self._recent[-_RECENT:]))

    def set_the_clock(self) -> None:
        self.now += timedelta(hours=self.chance.choice([-9000, -30, -1, 1, 30, 9000]))
        self.now = max(self.now, datetime(2021, 1, 1, tzinfo=UTC))

    def _day(self) -> date:
        return FIRST + timedelta(days=self.chance.randrange(60))

    def _said(self, ids: tuple[str, ...]) -> None:
        self.acknowledged.update(ids)
