"""Where the diary is kept: one SQLite file, append-only. Nothing outside this package speaks SQL."""

from symtrack.store.diary_store import DiaryStore, Saved
from symtrack.store.facts import Facts
from symtrack.store.rows import Rows

__all__ = ["DiaryStore", "Facts", "Rows", "Saved"]
