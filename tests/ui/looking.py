"""What can be seen to be wrong with a window, whatever it shows: each finding is one line."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import bidirectional

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QWidget,
)

from symtrack.ui.today.scale import ScoreButton
from symtrack.ui.widgets import FocusRing
from symtrack.ui.widgets.line_button import LineButton
from tests.untranslated import english, in_pieces

TARGET, SCORE = 44, 48
SLACK = 1
"""Pixels that rounding may take."""


def seen(window: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """What of that kind can be seen, except for the inner parts of Qt's own widgets."""
    return [
        each
        for each in window.findChildren(kind)
        if each.isVisible() and not each.objectName().startswith("qt_") and not isinstance(each, FocusRing)
    ]


def stops(window: QWidget) -> list[QWidget]:
    """What the Tab key stops at, and the scores, which have keys of their own."""
    return [
        each
        for each in seen(window)
        if (each.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(each, QAbstractButton))
        and not isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox)
        and each.focusProxy() is not each.parentWidget()
    ]


def unnamed(window: QWidget) -> Iterator[str]:
    """What a screen reader could not tell from what stands beside it."""
    told = [(each, *_told(each)) for each in stops(window)]
    for each, role, name, _description in told:
        if not name.strip():
            yield f"no name: {_what(each)}"
        if role in {QAccessible.Role.NoRole, QAccessible.Role.Client}:
            yield f"no role: {_what(each)} is a {role.name}"
    for (one, *first), (other, *second) in pairwise(told):
        if first == second:
            yield f"two alike: {_what(one)}, {_what(other)}"


def _told(widget: QWidget) -> tuple[QAccessible.Role, str, str]:
    node = QAccessible.queryAccessibleInterface(widget)
    name = node.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox):  # Qt calls it by what is chosen; what it is for its label tells.
        name = f"{widget.accessibleName()} {name}"
    return node.role(), name, node.text(QAccessible.Text.Description)


def too_small(window: QWidget) -> Iterator[str]:
    """What is hard to hit with a shaking hand."""
    for each in stops(window):
        least = SCORE if isinstance(each, ScoreButton) else TARGET
        if each.height() < least or (isinstance(each, QAbstractButton) and each.width() < least):
            yield f"small: {_what(each)} is {each.width()} × {each.height()}"


def cut_off(window: QWidget) -> Iterator[str]:
    """Text that has less room than it needs, and things outside of what holds them."""
    for area in seen(window, QScrollArea):
        assert isinstance(area, QScrollArea)
        if area.horizontalScrollBar().maximum() > 0:
            yield f"wider than its place: {_what(area.widget())} by {area.horizontalScrollBar().maximum()}"
    for each in seen(window):
        yield from _short(each)
        parent = each.parentWidget()
        if (
            parent is not None
            and not isinstance(parent, QAbstractScrollArea)
            and not parent.objectName().startswith("qt_")
            and not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(each.geometry())
        ):
            yield f"outside: {_what(each)} at {each.geometry().getRect()} in {parent.rect().getRect()}"


def _short(each: QWidget) -> Iterator[str]:
    """The widget, when it is too small for its text."""
    need = each.sizeHint()
    if isinstance(each, QLabel) and each.text():
        high = each.heightForWidth(each.width()) if each.wordWrap() else need.height()
        if each.height() + SLACK < high or (not each.wordWrap() and each.width() + SLACK < need.width()):
            yield f"cut off: {_what(each)} has {each.width()} × {each.height()}, needs {need.width()} × {high}"
        words = re.split(r"[\s\u200b]+", QLabel.text(each))
        widest = max(map(each.fontMetrics().horizontalAdvance, words), default=0)
        if each.wordWrap() and widest > each.width() + SLACK:
            yield f"a word cut off: {_what(each)} has {each.width()}, its longest word {widest}"
    elif isinstance(each, QAbstractButton) and not isinstance(each, LineButton | ScoreButton):
        least = each.minimumSizeHint()
        high = max(least.height(), each.heightForWidth(each.width()))
        if each.width() + SLACK < least.width() or each.height() + SLACK < high:
            yield f"cut off: {_what(each)} has {each.width()} × {each.height()}, needs {least.width()} × {high}"
    elif isinstance(each, QLineEdit):
        margins = each.textMargins()
        room = each.width() - margins.left() - margins.right() - (26 if each.property("kind") != "bare" else 0)
        hint = each.fontMetrics().horizontalAdvance(each.placeholderText()) if not each.text() else 0
        if hint > room + SLACK and not isinstance(each.parentWidget(), QAbstractSpinBox):
            yield f"cut off: the hint of {_what(each)} has {room}, needs {hint}"
    elif isinstance(each, QComboBox | QAbstractSpinBox) and each.width() + SLACK < each.minimumSizeHint().width():
        yield f"cut off: {_what(each)} has {each.width()}, needs {each.minimumSizeHint().width()}"


def overlapping(window: QWidget) -> Iterator[str]:
    """Two things in one place."""
    for parent in [window, *seen(window)]:
        if isinstance(parent, QAbstractScrollArea) or parent.objectName().startswith("qt_"):
            continue
        inside = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not isinstance(child, FocusRing)
        ]
        for place, one in enumerate(inside):
            for other in inside[place + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield f"overlap: {_what(one)}, {_what(other)}"


def untranslated(window: QWidget, own: Sequence[str]) -> Iterator[str]:
    """Words on the screen that are English though it speaks another language, and sentences put together from pieces.

    `own` is what the person wrote. A line that is cut short may end in the middle of it, and a path is no word.
    """
    for each in seen(window):
        for said in _said(each):
            if english(said, own) and not said.endswith("…") and "/" not in said:
                yield f"not translated: {said}"
            if in_pieces(said):
                yield f"in pieces: {said}"


def _said(each: QWidget) -> Iterator[str]:
    if isinstance(each, QLabel | QAbstractButton | QLineEdit):
        yield each.text()
    if isinstance(each, QLineEdit):
        yield each.placeholderText()
    if isinstance(each, QComboBox):
        yield from map(each.itemText, range(each.count()))
    yield each.toolTip()


def astray(window: QWidget) -> Iterator[str]:
    """Texts that a mirrored window has at the wrong end of their line, or in the wrong order: Qt goes by a letter."""
    for label in seen(window, QLabel):
        if not isinstance(label, QLabel) or label.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            continue
        runs = [side for letter in QLabel.text(label) if (side := bidirectional(letter)) in {"L", "R", "AL"}]
        if label.textFormat() is not Qt.TextFormat.PlainText or not QLabel.text(label):
            continue
        by_letter = Qt.LayoutDirection.RightToLeft if runs and runs[0] != "L" else Qt.LayoutDirection.LeftToRight
        placed = QStyle.visualAlignment(by_letter, label.alignment())
        if not placed & (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignHCenter):
            yield f"stands where reading ends: {_what(label)}"
        if {"R", "AL"} & set(runs) and runs[0] == "L":
            yield f"reads in the wrong order: {_what(label)}"


def findings(window: QWidget) -> list[str]:
    """All of it."""
    return [*unnamed(window), *too_small(window), *cut_off(window), *overlapping(window), *astray(window)]


def _what(widget: QWidget | None) -> str:
    assert widget is not None
    name = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")
    place = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    return f"{type(widget).__name__} “{name[:50]}” at {place.x()},{place.y()}"
