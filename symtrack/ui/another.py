"""A diary that is wanted in place of the one that is open."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from symtrack.diary.rows import Setting


@dataclass(frozen=True, slots=True)
class Another:
    """A diary to open in place of the one that is open, and what a new one begins with."""

    path: Path
    begins: "tuple[Setting, ...]" = ()
