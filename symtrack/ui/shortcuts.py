"""Keys that work wherever the focus is in a window, or in a part of it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add(window: QWidget, acts: Mapping[str, Callable[[], object]], *, within: bool = False) -> None:
    """Have each key do its act; a held key counts once. `within` only while the focus is in the widget."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.setAutoRepeat(False)
        if within:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
