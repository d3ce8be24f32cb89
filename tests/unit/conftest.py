"""Computers that share a folder, and a diary as FHIR has it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from symtrack.diary.rows import Setting
from symtrack.store import DiaryStore
from tests.devices import Device
from tests.fhir_diary import NOON, fill


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def device(tmp_path: Path, folder: Path) -> Iterator[Callable[[str], Device]]:
    """Makes the computers: the first begins the diary, the others have a copy of it."""
    made: list[Device] = []

    def make(name: str) -> Device:
        path = tmp_path / name / "diary.symtrack"
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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiaryStore]:
    """A diary on 20 May 2026."""
    with DiaryStore.open(tmp_path / "diary", create=True, clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def full(store: DiaryStore) -> DiaryStore:
    """One in which there is everything that FHIR has a place for, and more."""
    fill(store)
    return store
