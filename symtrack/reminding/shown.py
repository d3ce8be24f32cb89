"""That a day's reminder was shown: once, whoever shows it, the window or the system's timer."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from symtrack import paths
from symtrack.store import lock


def claim(diary: Path, day: date) -> bool:
    """Whether nobody has shown the day's reminder yet; from now on somebody has.

    Where that can't be kept, it is shown: once too often is better than never.
    """
    mark = _mark(diary, day)
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    except OSError:
        return True
    for earlier in mark.parent.glob(f"{lock.key(diary)}.*"):
        if earlier != mark:
            with suppress(OSError):
                earlier.unlink()
    return True


def give_back(diary: Path, day: date) -> None:
    """It could not be shown after all."""
    with suppress(OSError):
        _mark(diary, day).unlink()


def _mark(diary: Path, day: date) -> Path:
    return paths.reminded_folder() / f"{lock.key(diary)}.{day.isoformat()}"
