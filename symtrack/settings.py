"""The settings of this computer: what belongs to a screen and a pair of eyes, and not to the diary."""

import hashlib
import os
from dataclasses import asdict, dataclass, fields, replace
from datetime import time
from pathlib import Path
from typing import Any, Self

from symtrack import paths, whole_file
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.reasons import reason

THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (100, 125, 150, 175, 200)
MOST_KNOWN = 50


def next_text_size(now: int, direction: int) -> int:
    """The next larger text size, the next smaller one, or for no direction the first."""
    if not direction:
        return TEXT_SIZES[0]
    beyond = [size for size in TEXT_SIZES if (size - now) * direction > 0]
    return min(beyond, key=lambda size: abs(size - now), default=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """`theme` is one of THEMES, `text_size` per cent, `language` a code or empty for the system's.

    `writer` is the voice that usually writes here, `typed_by` who types for the patient; `writers` are the names that
    were given so far. `trends`, `points` and `scan_results` say whether they are shown on the screen. `backup_folder`
    is where copies go, empty for the usual place; `known` are the diaries that were kept here, each as its id and its
    path, and `people` whose each is, as its id and a name.
    `shared_folder` is where change files go and come from, empty for nowhere; `device` names this computer in them.
    After `lock_after` minutes without a key or a click a sealed diary is locked; 0 for never.
    `reminder` is the time of the day's reminder, `HH:MM`, empty for none; `reminder_for` the path of the diary of
    which it comes also while no window is open, empty for none.
    """

    theme: str = "system"
    text_size: int = 100
    language: str = ""
    writer: str = "patient"
    typed_by: str = ""
    writers: tuple[str, ...] = ()
    goes_on_by_itself: bool = False
    trends: bool = True
    points: bool = True
    scan_results: bool = True
    backup_folder: str = ""
    known: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    shared_folder: str = ""
    device: str = ""
    lock_after: int = 0
    reminder: str = ""
    reminder_for: str = ""

    @property
    def remind_at(self) -> time | None:
        """The time of the day's reminder; None for no reminder, and for what is no time."""
        try:
            return time.fromisoformat(self.reminder)
        except ValueError:
            return None

    @property
    def copies_folder(self) -> Path:
        """Where copies of diaries are kept."""
        return Path(self.backup_folder) if self.backup_folder else paths.backup_folder()

    def writer_of(self, path: Path) -> str:
        """What the copy of the diary at the path is called in its change files: no other copy is called so."""
        return hashlib.sha256(f"{self.device} {_one_spelling(path)}".encode("utf-8", "surrogateescape")).hexdigest()[
            :20
        ]

    def with_device(self) -> Self:
        """The same, with a name for this computer. It never lies in a diary: a copied diary would be one twice."""
        import secrets

        return self if self.device else replace(self, device=secrets.token_hex(8))

    def diary_at(self, path: Path) -> str:
        """The id of the diary that was kept at the path; empty when none was."""
        return next((id_ for id_, known in map(_apart, self.known) if known == _one_spelling(path)), "")

    def knowing(self, path: Path, diary: str) -> tuple[str, ...]:
        """The known diaries with this one at the path, the newest last."""
        others = [known for known in self.known if _apart(known)[1] != _one_spelling(path)]
        return (*others[-MOST_KNOWN:], f"{diary} {_one_spelling(path)}")

    def kept(self) -> tuple[tuple[str, Path], ...]:
        """The known diaries, each as its id and its path, the newest last."""
        return tuple((id_, Path(path)) for id_, path in map(_apart, self.known))

    def person(self, diary: str) -> str:
        """Whose diary it is, as far as this computer knows."""
        return next((name for id_, name in map(_apart, self.people) if id_ == diary), "")

    def naming(self, diary: str, name: str) -> tuple[str, ...]:
        """The people with this one for the diary."""
        others = [each for each in self.people if _apart(each)[0] != diary]
        return (*others[-MOST_KNOWN:], f"{diary} {name}")

    @classmethod
    def load(cls, path: Path) -> Self:
        """The settings in the file; what is missing, unreadable or of the wrong type is as at the beginning."""
        import tomllib

        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        first = cls()
        known: dict[str, Any] = {}
        for field in fields(cls):
            value = table.get(field.name)
            if isinstance(value, list):
                value = tuple(part for part in value if isinstance(part, str))
            if type(value) is type(getattr(first, field.name)):
                known[field.name] = value
        loaded = replace(first, **known)
        return replace(
            loaded,
            theme=loaded.theme if loaded.theme in THEMES else first.theme,
            text_size=min(max(loaded.text_size, TEXT_SIZES[0]), TEXT_SIZES[-1]),
        )

    def write(self, path: Path) -> None:
        """Puts the settings into the file, whole or not at all; SymtrackError when that is not possible."""
        import tomli_w

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            whole_file.write(path, (tomli_w.dumps(asdict(self)).encode(),))
        except OSError as error:
            raise SymtrackError(
                _("The settings of this computer can’t be kept in {path}: {why}.").format(path=path, why=reason(error))
            ) from error


def _apart(known: str) -> tuple[str, str]:
    diary, _space, path = known.partition(" ")
    return diary, path


def _one_spelling(path: Path) -> str:
    return os.path.realpath(path)
