"""Computers that share a folder, each with its own copy of one diary."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore, changes
from symtrack.store.share import SharedFolder, Synced

DAY = date(2026, 5, 14)
WORDS = "planted words of a night"


@dataclass
class Device:
    """One computer: a copy of the diary, and the folder as that computer sees it."""

    store: DiaryStore
    folder: Path
    name: str
    shared: SharedFolder = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """A new window knows nothing of the files that the former one read."""
        self.shared = SharedFolder(self.folder, self.name)

    def sync(self) -> Synced:
        return self.shared.sync(self.store)

    def note(self, text: str = WORDS, day: date = DAY) -> str:
        return self.store.add(Event(kind="note", day=day, text=text)).ids[0]

    def said(self) -> list[str]:
        return sorted(event.text or "" for event in self.store.events())

    def files(self) -> list[Path]:
        """Its own change files."""
        key = self.store.share_keys()[0]
        return [each for each in content(self.folder) if changes.read(each, key).writer == self.name]


def content(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())
