"""What is half written in the forms of a page: the words, what stands in each field, and how the form is opened."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from PySide6 import QtWidgets
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QWidget

WHOLE, WORDS = "whole", "words"
"""The property `form` of what can be half written: with all that is picked in it, or its words alone.

Words alone, where a press is kept at once: to press it again would be another entry.
"""
WAY = "way"
"""The property that tells a form's page how to open it again."""

_DAY = Qt.DateFormat.ISODate

Way = Mapping[str, str]
Field = tuple[str, str, str]
"""A field's kind, its name, and what stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfWritten:
    """One form: its page, and the `part` of that; `way` to have it opened there; its words for people; its fields."""

    page: str
    way: Way
    words: str
    part: str = ""
    fields: Sequence[Field] = field(default_factory=tuple)


def written(forms: Iterable[HalfWritten]) -> str:
    """All of it as text; empty without any."""
    told = [asdict(each) for each in forms]
    return json.dumps(told, ensure_ascii=False) if told else ""


def read(text: str) -> list[HalfWritten]:
    """What `written` told; nothing of a text that is something else."""
    try:
        told = json.loads(text or "[]")
        return [HalfWritten(**{**each, "fields": [(k, n, v) for k, n, v in each["fields"]]}) for each in told]
    except (ValueError, TypeError, LookupError):
        return []


def look(key: str, page: QWidget) -> Iterator[HalfWritten]:
    """Each form of the page that holds words which are saved nowhere yet. A passphrase is none of them."""
    from symtrack.ui.widgets.secret import SecretField

    forms: dict[QWidget, list[str]] = {}
    for typed in _texts(page):
        form = _form(typed) if _is_typed(typed) else None
        if form is not None and typed.isVisibleTo(form):
            forms.setdefault(form, []).append(_text(typed).strip())
    for form, words in forms.items():
        if not form.findChildren(SecretField):
            yield HalfWritten(
                page=key,
                way=form.property(WAY) or {},
                words="\n".join(words),
                part=str(getattr(page, "part", "")),
                fields=stands_in(form),
            )


def stands_in(form: QWidget) -> tuple[Field, ...]:
    """What stands in each field of the form."""
    return tuple((kind, name, value) for kind, name, value, _widget in _fields(form))


def write_again(form: QWidget, fields: Sequence[Field], *, whole: bool) -> str:
    """Have the form hold that again, `whole` or its words alone; the words for which it has no field any more."""
    left = []
    # What is picked first: other fields come in with it.
    for texts in (False, True):
        seen: Counter[tuple[str, str]] = Counter()
        for kind, name, value in fields:
            if (kind == "text") != texts or not (texts or whole):
                continue
            same = [widget for its, named, _value, widget in _fields(form) if (its, named) == (kind, name)]
            place = seen[kind, name]
            seen[kind, name] += 1
            if place < len(same):
                _put(same[place], value)
            elif texts and value.strip():
                left.append(value.strip())
    return "\n".join(left)


def first_words(form: QWidget) -> QWidget | None:
    """The first field of the form that holds words which are saved nowhere yet."""
    return next((typed for typed in _texts(form) if _is_typed(typed) and typed.isVisibleTo(form)), None)


def _texts(inside: QWidget) -> "Iterator[QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit]":
    """All that can be typed in."""
    yield from inside.findChildren(QtWidgets.QLineEdit)
    yield from inside.findChildren(QtWidgets.QPlainTextEdit)


def _form(typed: QWidget) -> QWidget | None:
    """The form around the field that is open; None outside of any."""
    form: QWidget | None = typed
    while form is not None and not form.property("form"):
        form = form.parentWidget()
    return None if form is None or form.isHidden() else form


def _is_typed(typed: "QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit") -> bool:
    if isinstance(typed, QtWidgets.QPlainTextEdit):
        return typed.document().isModified() and bool(typed.toPlainText().strip())
    inside = isinstance(typed.parentWidget(), QtWidgets.QAbstractSpinBox | QtWidgets.QComboBox)
    return typed.isModified() and bool(typed.text().strip()) and not inside


def _text(typed: "QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit") -> str:
    return typed.text() if isinstance(typed, QtWidgets.QLineEdit) else typed.toPlainText()


def _fields(form: QWidget) -> Iterator[tuple[str, str, str, QWidget]]:
    """What can be filled in: its kind, its name, what stands in it."""
    for widget in form.findChildren(QWidget):
        name = widget.accessibleName()
        if not widget.isVisibleTo(form) or isinstance(
            widget.parentWidget(), QtWidgets.QAbstractSpinBox | QtWidgets.QComboBox
        ):
            continue
        if isinstance(widget, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit):
            yield "text", name, _text(widget), widget
        elif isinstance(widget, QtWidgets.QComboBox):
            yield "choice", name, widget.currentText(), widget
        elif isinstance(widget, QtWidgets.QDateEdit):
            yield "day", name, widget.date().toString(_DAY), widget
        elif isinstance(widget, QtWidgets.QTimeEdit):
            yield "time", name, widget.time().toString("HH:mm"), widget
        elif isinstance(widget, QAbstractButton) and widget.isCheckable():
            yield "press", name, "on" if widget.isChecked() else "", widget


def _put(widget: QWidget, value: str) -> None:
    if isinstance(widget, QtWidgets.QLineEdit):
        if widget.text() != value:
            widget.setText(value)
            widget.setModified(True)
    elif isinstance(widget, QtWidgets.QPlainTextEdit):
        widget.setPlainText(value)
        widget.document().setModified(bool(value))
    elif isinstance(widget, QtWidgets.QComboBox):
        widget.setCurrentText(value)
    elif isinstance(widget, QtWidgets.QDateEdit):
        widget.setDate(QDate.fromString(value, _DAY))
    elif isinstance(widget, QtWidgets.QTimeEdit):
        widget.setTime(QTime.fromString(value, "HH:mm"))
    elif isinstance(widget, QAbstractButton) and bool(value) != widget.isChecked() and (value or _lets_go(widget)):
        widget.click()


def _lets_go(button: QAbstractButton) -> bool:
    """Whether it is off when it is pressed again; of several one stays on."""
    return not button.autoExclusive()
