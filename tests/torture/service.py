"""A service that keeps folders on several computers alike, as badly as services do."""

import random
from pathlib import Path

from symtrack.store.changes import SUFFIX

_LONGEST = 40
_CONFLICTS = (
    "{stem} (Eva’s conflicted copy 2026-05-14){suffix}",
    "{stem} (conflicted copy 2026-05-14 101112){suffix}",
    "{stem}.sync-conflict-20260514-101112-ABC2DEF{suffix}",
    "{stem}-LAPTOP-EVA{suffix}",
    "{stem} - Copy{suffix}",
    "Copy of {stem}{suffix}",
)


class Service:
    """Carries new files and deletions from each folder to the others, some steps later and in any order.

    A file may come in part first, or under another name as well; a deletion may be forgotten, so that the file comes
    back; and now and then a file is gone for no reason.
    """

    def __init__(self, folders: list[Path], chance: random.Random) -> None:
        self.folders, self._chance = folders, chance
        self._known: list[set[str]] = [set() for _folder in folders]
        self._contents: dict[str, bytes] = {}
        self._due: list[tuple[int, int, str, bool]] = []
        self._now = 0
        for folder in folders:
            folder.mkdir()

    def work(self) -> None:
        """One step: sees what is new and what is gone, and brings what is due."""
        self._now += 1
        for number in range(len(self.folders)):
            self._see(number)
        due = [each for each in self._due if each[0] <= self._now]
        self._due = [each for each in self._due if each[0] > self._now]
        self._chance.shuffle(due)
        for _step, number, name, there in due:
            self._bring(number, name) if there else self._take_away(number, name)
        if self._chance.random() < 0.01:
            self._lose_one()

    def finish(self) -> None:
        """At last everything has come everywhere, whole."""
        self._due.clear()
        for number in range(len(self.folders)):
            for name in self._names(number):
                if name not in self._contents:
                    self._contents[name] = (self.folders[number] / name).read_bytes()
        for name in set().union(*(set(self._names(number)) for number in range(len(self.folders)))):
            for number, folder in enumerate(self.folders):
                (folder / name).write_bytes(self._contents[name])
                self._known[number].add(name)

    def _names(self, number: int) -> list[str]:
        return sorted(path.name for path in self.folders[number].iterdir())

    def _see(self, number: int) -> None:
        there = set(self._names(number))
        for name in sorted(there - self._known[number]):
            self._contents.setdefault(name, (self.folders[number] / name).read_bytes())
            self._tell(number, name, there=True)
        for name in sorted(self._known[number] - there):
            if self._chance.random() < 0.1:
                self._later(number, name, there=True)
            else:
                self._tell(number, name, there=False)
        self._known[number] = there

    def _tell(self, number: int, name: str, *, there: bool) -> None:
        for other in range(len(self.folders)):
            if other != number:
                self._later(other, name, there=there)

    def _later(self, number: int, name: str, *, there: bool) -> None:
        self._due.append((self._now + self._chance.randint(1, _LONGEST), number, name, there))

    def _bring(self, number: int, name: str) -> None:
        path, content = self.folders[number] / name, self._contents[name]
        if self._chance.random() < 0.1:
            path.write_bytes(content[: self._chance.randrange(len(content))])
            self._later(number, name, there=True)
        else:
            path.write_bytes(content)
        if self._chance.random() < 0.03:
            other = self._chance.choice(_CONFLICTS).format(stem=name.removesuffix(SUFFIX), suffix=SUFFIX)
            path.with_name(other).write_bytes(content)
        self._known[number].add(name)

    def _take_away(self, number: int, name: str) -> None:
        (self.folders[number] / name).unlink(missing_ok=True)
        self._known[number].discard(name)

    def _lose_one(self) -> None:
        number = self._chance.randrange(len(self.folders))
        names = self._names(number)
        if names:
            (self.folders[number] / self._chance.choice(names)).unlink()
