"""What a screen reader calls the widgets that Qt knows nothing of: each says its own role."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

PICTURE = QAccessible.Role.Graphic
WINDOW = QAccessible.Role.Window
GROUP = QAccessible.Role.Grouping


@cache
def install() -> None:
    """Have Qt ask each widget for its `accessible_role`."""
    QAccessible.installFactory(_interface)


def _interface(_class: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
