"""What holds for every test: a home of its own, British English, and no window on the screen."""

import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from symtrack import i18n
from tests.memory import MEMORY
from tests.sealed import FEW, rounds

USUAL, THOROUGH = 40, 400
"""Invented cases of a property: in `make test`, and in `make torture`."""
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Where this is set, each worker, and each process that a test starts, would compile everything again.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    sys.dont_write_bytecode = False
# A disk that others write on makes each of the thousand diaries wait: only `make torture` is about the disk itself.
if MEMORY and "TMPDIR" not in os.environ:
    tempfile.tempdir = str(MEMORY)
# How long a case takes says more about the machine, which may be busy, than about the code.
settings.register_profile("usual", deadline=None, print_blob=True, max_examples=USUAL)
settings.register_profile("thorough", deadline=None, print_blob=True, max_examples=THOROUGH)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for home folders, a new one each time; pytest would count thousands of folders to find one."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(k) for k in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test can come near the diary, or the desktop, of the person who runs it."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    (home / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "run"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("SYMTRACK_DIARY", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def source_language() -> Iterator[None]:
    """British English, whatever a test before this one spoke."""
    with i18n.speaking(i18n.SOURCE):
        yield


@pytest.fixture(scope="module")
def few_rounds() -> Iterator[tuple[int, int]]:
    """Deriving a key takes no tenth of a second; the numbers of rounds that the program and SQLCipher have otherwise.

    Only where no other process opens the diary by its passphrase, and where the number itself is not the matter.
    """
    with rounds(FEW) as true:
        yield true
