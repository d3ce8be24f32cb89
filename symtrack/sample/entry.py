"""What somebody wrote down at one moment, before it has ids."""

from dataclasses import dataclass
from datetime import datetime

from symtrack.diary.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One action: its rows, and when they were written. `id` and `replaces` of a row are names within the story."""

    moment: datetime
    rows: tuple[Row, ...]
