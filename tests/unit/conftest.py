"""A fast folder, and computers that share one."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from symtrack.diary.rows import Setting
from symtrack.store import DiaryStore
from tests.devices import Device


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a killed process loses nothing of it, and many cases take less time."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as name:
        yield Path(name)


@pytest.fixture
def folder(fast: Path) -> Path:
    made = fast / "shared"
    made.mkdir()
    return made


@pytest.fixture
def device(fast: Path, folder: Path) -> Iterator[Callable[[str], Device]]:
    """Makes the computers: the first begins the diary, the others have a copy of it."""
    made: list[Device] = []

    def make(name: str) -> Device:
        path = fast / name / "diary.symtrack"
        if made:
            made[0].store.back_up(path)
        store = DiaryStore.open(path, create=True)
        if not made:
            store.add(Setting(key="name", value="Eva"))
        made.append(Device(store, folder, name))
        return made[-1]

    yield make
    for each in made:
        each.store.close()
