"""Where a new file is made before it gets its name: beside its place, so that it can be renamed into it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

_ENDINGS = ("", "-journal", "-wal", "-shm")


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A path to make the new file at; whatever is left of it afterwards is taken away.

    What a program that was killed in the middle left there is taken away first.
    """
    clear(path)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield new
    finally:
        for ending in _ENDINGS:
            new.with_name(new.name + ending).unlink(missing_ok=True)


def clear(path: Path) -> None:
    """Takes away what programs that were killed in the middle left beside the path: it may be a whole diary, plain."""
    for left in path.parent.glob(f".{escape(path.name)}.*.new*"):
        if not _at_work(left.name.removeprefix(f".{path.name}.").split(".")[0]):
            with suppress(OSError):
                left.unlink()


def _at_work(process: str) -> bool:
    """Whether the process with this number is another one that still runs."""
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    if sys.platform == "win32":
        return True  # Asking would end it. Few are killed there, and each leaves one small file.
    with suppress(ProcessLookupError):
        with suppress(PermissionError):
            os.kill(int(process), 0)
        return True
    return False
