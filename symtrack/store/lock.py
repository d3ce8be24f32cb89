"""Whether a window has a diary open: what rewrites the whole file must not happen under its hands."""

import hashlib
import os
import sys
from pathlib import Path

from symtrack import paths
from symtrack.errors import DiaryFileError
from symtrack.i18n import _


def key(path: Path) -> str:
    """The same short name for a diary however its path is written."""
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:20]


def file_of(path: Path) -> Path:
    """Where the window that has the diary open keeps its lock."""
    return paths.locks_folder() / f"{key(path)}.lock"


def held(path: Path) -> bool:
    """Whether a window holds the diary's lock now. A lock that a killed window left behind is none."""
    try:
        with file_of(path).open("r+b") as lock:
            if sys.platform == "win32":
                return False  # Qt keeps its lock file from being opened there.
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return False
    except FileNotFoundError:
        return False
    except OSError:
        return True


def refuse_when_held(path: Path) -> None:
    """DiaryFileError when a window has the diary open."""
    if held(path):
        raise DiaryFileError(_("The diary {path} is open in a window. Please close it first.").format(path=path))
