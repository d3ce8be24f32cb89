"""The copies of a diary that there are, told by their names, and which of them are kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from symtrack.paths import SUFFIX
from symtrack.store import looking

DAILY, WEEKLY, MONTHLY = 7, 4, 12


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """A copy made on `day`."""

    day: date
    path: Path


def name(diary_file: Path, diary: str, day: date) -> str:
    """The name of a daily copy: two diaries that are called the same don't share copies."""
    return f"{diary_file.stem} {day.isoformat()} {diary[-6:]}{SUFFIX}"


def found(folder: Path, diary_file: Path, diary: str) -> list[Copy]:
    """The daily copies of this diary in the folder, the oldest first."""
    mine = f" {diary[-6:]}{SUFFIX}"
    return [each for each in called(folder, diary_file) if each.path.name.endswith(mine)] if diary else []


def called(folder: Path, diary_file: Path) -> list[Copy]:
    """The daily copies of any diary with this file's name, the oldest first: for a diary that can't say which it is."""
    dated = []
    for path in folder.glob(f"*{SUFFIX}"):
        stem, _space, rest = path.stem.rpartition(" ")[0].rpartition(" ")
        if stem == diary_file.stem:
            try:
                dated.append(Copy(date.fromisoformat(rest), path))
            except ValueError:
                continue
    return sorted(dated)


def kept(made: Iterable[Copy]) -> set[Copy]:
    """Those to keep: the last 7, the last of each of 4 weeks, and the last of each of 12 months."""
    newest = sorted(made, reverse=True)
    weeks: dict[tuple[int, int], Copy] = {}
    months: dict[tuple[int, int], Copy] = {}
    for each in newest:
        weeks.setdefault(each.day.isocalendar()[:2], each)
        months.setdefault((each.day.year, each.day.month), each)
    return {*newest[:DAILY], *list(weeks.values())[:WEEKLY], *list(months.values())[:MONTHLY]}


def beside_it(diary_file: Path, folders: Iterable[Path]) -> list[Path]:
    """The files in the folders that may be copies of the diary, by their names or first bytes; never the diary."""
    return [
        path
        for path in sorted({path for folder in folders if folder.is_dir() for path in folder.iterdir()})
        if not path.is_symlink() and path.is_file() and not path.name.startswith(".") and not path.samefile(diary_file)
        if is_named_after(path, diary_file) or looking.is_plain(path) or looking.may_be_sealed(path)
    ]


def is_named_after(path: Path, diary_file: Path) -> bool:
    """Whether the file has a name that this program gives to a copy of the diary."""
    return path.name.startswith(f"{diary_file.stem} ") and path.suffix == diary_file.suffix
