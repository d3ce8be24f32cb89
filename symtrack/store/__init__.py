"""Where the diary is kept: one SQLite file, append-only. Nothing outside this package speaks SQL.

What it offers is imported when it is asked for: a window is on the screen before the file is opened.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from symtrack.store.diary_store import DiaryStore, Saved
    from symtrack.store.facts import Facts
    from symtrack.store.rows import Rows

__all__ = ["DiaryStore", "Facts", "Rows", "Saved"]
_MODULES = {"DiaryStore": "diary_store", "Saved": "diary_store", "Facts": "facts", "Rows": "rows"}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"symtrack.store.{_MODULES[name]}"), name)
