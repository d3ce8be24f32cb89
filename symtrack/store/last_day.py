"""The last day of a sealed diary, outside of it, for the reminder: only where the person asked for that.

The file's being there is their wish. It holds the last day that has an entry, `-` while there is none, or nothing at
all while the diary asks nothing; no more than that.
"""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack import paths, whole_file
from symtrack.diary import setting_keys
from symtrack.errors import DiaryFileError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.store import lock

if TYPE_CHECKING:
    from symtrack.store import DiaryStore

NEVER = "-"


def file_of(diary: Path) -> Path:
    return paths.last_days_folder() / lock.key(diary)


def kept(diary: Path) -> bool:
    """Whether the person wants it."""
    return file_of(diary).exists()


def read(diary: Path) -> tuple[bool, date | None]:
    """Whether the diary asks for entries, as far as can be told from outside, and the last day that has one."""
    try:
        said = file_of(diary).read_text(encoding="ascii").strip()
        return (bool(said), None if said in {"", NEVER} else date.fromisoformat(said))
    except (OSError, ValueError):
        return False, None


def keep(store: "DiaryStore") -> None:
    """Keep it from now on. DiaryFileError when that is not possible."""
    file = file_of(store.path)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        whole_file.write(file, (_content(store).encode("ascii"),))
    except OSError as error:
        raise DiaryFileError(
            _("The day of the last entry can’t be kept in {path}: {why}.").format(path=file, why=reason(error))
        ) from error


def forget(diary: Path) -> None:
    """Keep it no more."""
    with suppress(OSError):
        file_of(diary).unlink()


def follow(store: "DiaryStore") -> None:
    """Say what holds now, where it is kept. What was written is written, whether this succeeds or not."""
    if store.key is not None and kept(store.path):
        try:
            keep(store)
        except DiaryFileError:
            forget(store.path)  # A day that no longer holds would remind of a diary that is finished.


def _content(store: "DiaryStore") -> str:
    if not setting_keys.asks(store.settings().get("mode")):
        return ""
    last = store.last_entry()
    return last.isoformat() if last is not None else NEVER
