"""The fields of one kind of event: what stands in them, and the event that they give."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from symtrack.diary.rows import Event
from symtrack.i18n import _, number, parse_number
from symtrack.ui.widgets import ChoiceRow, DayField, TextField, TimeField, flow
from symtrack.ui.widgets.toggle import Toggle

COLUMNS = ("day", "until", "time", "text")
"""What is not in the body of an event, but beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the diary holds already, for what a form offers."""

    today: date
    events: Sequence[Event] = ()
    settings: Mapping[str, object] = field(default_factory=dict)


class Missing(NamedTuple):
    """The first field that can't be taken as it is, and a sentence that says so, where one is needed."""

    field: QWidget
    sentence: str = ""


class Fields(QWidget):
    """Fields below each other, each for a key of the body or a column. `given` comes with Enter in a line of text.

    `shown` is the event that is corrected, or an empty one of this kind on the opened day. In large text each stands
    `below` its label.
    """

    given = Signal()

    def __init__(self, shown: Event, known: Known, *, below: bool = False) -> None:
        super().__init__()
        self.shown, self.known = shown, known
        self.along: list[Callable[[Event], Event | None]] = []
        """Other events that go along with the one of the fields, such as the end of the treatment before."""
        self._widgets: dict[str, QWidget] = {}
        self._reads: dict[str, Callable[[], object]] = {}
        self._switches: dict[str, Toggle] = {}
        self._wrong: dict[str, Callable[[], str]] = {}
        self._hidden: set[str] = set()
        self._needed: tuple[str, ...] = ()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 8, 0, 0)
        self._form.setSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        wrap = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(wrap.WrapAllRows if below else wrap.WrapLongRows)

    def put(self, key: str, label: str, widget: QWidget, read: Callable[[], object] | None = None) -> None:
        """Add a field; `read` gives its value, None or nothing where there is none. Without it nothing is read."""
        self._widgets[key] = widget
        if read is not None:
            self._reads[key] = read
        self._form.addRow(label, widget)
        if label and isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
            # Qt would put the words higher than those in the field.
            self._form.labelForField(widget).setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def also(self, key: str, read: Callable[[], object]) -> None:
        """Have `read` give the value of a key that has no field of its own."""
        self._reads[key] = read

    def choice(self, key: str, label: str, words: Mapping[str, str], now: object, *, number: bool = False) -> QComboBox:
        """Add a choice among `words`, shown as they are; with `number` its key is a whole number in the body.

        An empty key stands for nothing.
        """
        box = QComboBox()
        box.setAccessibleName(label)
        for each, word in words.items():
            box.addItem(word, each)
        box.setCurrentIndex(max(0, box.findData(str(now))))
        self.put(key, label, box, lambda: int(box.currentData()) if number and box.currentData() else box.currentData())
        return box

    def either(self, key: str, label: str, words: Mapping[str, str], now: str) -> ChoiceRow:
        """Add a choice between a few words, side by side; it is not read."""
        choices = ChoiceRow(words.items(), name=label)
        choices.show_choice(now)
        self.put(key, label, choices)
        return choices

    def line(self, key: str, label: str, *, hint: str = "", text: str | None = None) -> TextField:
        """Add a line of text, with `text` in it, or what the event has."""
        if text is None:
            text = str((self.shown.text if key == "text" else self.shown.body.get(key)) or "")
        line = TextField(label, text, hint=hint)
        line.returnPressed.connect(self.given)
        self.put(key, label, line, lambda: " ".join(line.text().split()))
        return line

    def figures(self, key: str, label: str, *, hint: str = "", whole: bool = False) -> TextField:
        """Add a line for a number; with `whole` for one that counts something."""
        kept = self.shown.body.get(key)
        line = self.line(key, label, hint=hint)
        line.setText(number(kept, decimals=4) if isinstance(kept, int | float) else "")

        def read() -> float | None:
            value = parse_number(line.text())
            return int(value) if value is not None and value == int(value) else value

        def wrong() -> str:
            value = read()
            if not line.text().strip() or (value is not None and (not whole or (value == int(value) and value > 0))):
                return ""
            return _("A whole number, such as 21.") if whole else _("A number, such as 37.5.")

        self._reads[key], self._wrong[key] = read, wrong
        return line

    def day(self, label: str) -> DayField:
        """Add the day of the event."""
        day = DayField(label, self.shown.day)
        self.put("day", label, day, day.day)
        return day

    def time(self, key: str, label: str) -> TimeField:
        """Add a time of day that may be left open: the column `time`, or a key of the body."""
        at = self.shown.time if key == "time" else self.shown.body.get(key)
        known, field = Toggle(label, on=bool(at)), TimeField(label, str(at or "12:00"))
        field.setEnabled(bool(at))
        known.toggled.connect(field.setEnabled)
        both = flow(known, field)
        self.put(key, "", both, lambda: field.text_of() if known.isChecked() else None)
        self._switches[key] = known
        return field

    def switch(self, key: str) -> Toggle:
        """What says whether the time of that key is known."""
        return self._switches[key]

    def read_by(self, key: str, read: Callable[[], object] | None) -> None:
        """Read the field in another way, or not at all."""
        self._reads.pop(key, None)
        if read is not None:
            self._reads[key] = read

    def give(self, key: str, value: object) -> None:
        """Give that value, which needs no field."""
        self._reads[key] = lambda: value

    def show_row(self, key: str, *, shown: bool) -> None:
        """Show the field and its label, or not."""
        self._form.setRowVisible(self._widgets[key], shown)

    def need(self, *keys: str) -> None:
        """Give no event while one of these is empty."""
        self._needed = keys

    def ask(self, key: str, *, wanted: bool) -> None:
        """Show a field, or hide it: then the event has nothing of it."""
        self.show_row(key, shown=wanted)
        (self._hidden.discard if wanted else self._hidden.add)(key)

    def missing(self) -> Missing | None:
        """The first field that is empty and must not be, or that holds what can't be taken."""
        for key, widget in self._widgets.items():
            if key in self._hidden:
                continue
            wrong = self._wrong[key]() if key in self._wrong else ""
            if wrong or (key in self._needed and self._reads[key]() in {None, ""}):
                return Missing(widget, wrong)
        return None

    def read(self) -> Event:
        """The event as the fields have it; what they do not ask about stays as it was.

        InputError with a sentence where something in them can’t be.
        """
        values = {key: None if key in self._hidden else read() for key, read in self._reads.items()}
        columns: dict[str, Any] = {key: values.pop(key) or None for key in COLUMNS if key in values}
        body = {key: value for key, value in {**self.shown.body, **values}.items() if value not in (None, "")}
        return replace(self.shown, **columns, body=body, replaces=self.shown.id or None)

    def events(self) -> tuple[Event, ...]:
        """The event, and those that go along with it."""
        event = self.read()
        return (event, *(other for along in self.along if (other := along(event)) is not None))

    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self._widgets.values()))

    def field(self, key: str) -> QWidget:
        """The field of a body key or of a column."""
        return self._widgets[key]
