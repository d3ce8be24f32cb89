"""Where something stands in a language that runs from right to left.

Qt has the same as a part of QStyle. The first touch of that class makes all of its lists of names, for which a window
that is about to come up need not wait.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget


def mirrored(inside: QWidget, place: QRect) -> QRect:
    """The place, given from left to right, as the language of the widget that it lies in runs."""
    if inside.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return place
    return place.translated(inside.width() - place.width() - 2 * place.x(), 0)
