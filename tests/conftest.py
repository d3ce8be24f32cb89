"""What holds for every test: a home of its own, British English, and no window on the screen."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from symtrack import i18n

USUAL, THOROUGH = 40, 400
"""Invented cases of a property: in `make test`, and in `make torture`."""
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
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


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a killed process loses nothing of it, and many cases take less time."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as name:
        yield Path(name)
