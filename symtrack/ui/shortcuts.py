"""Keys that work wherever the focus is in a window."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add(window: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Have each key do its act; a held key counts once."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
