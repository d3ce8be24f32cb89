"""One short form for what happened: a treatment, a cycle's first day, a scan, a visit, something else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from symtrack.diary.event_kinds import RESULT_NAMES, SCAN_NAMES, TREATMENT_NAMES
from symtrack.diary.event_words import STATUS_NAMES, treatment
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, ChoiceRow, DayField, Text, TextField, row
from symtrack.ui.widgets.toggle import Toggle

KINDS = {
    "treatment": N_("A treatment"),
    "cycle": N_("A cycle’s first day"),
    "scan": N_("A scan"),
    "visit": N_("A visit"),
    "note": N_("A note"),
    "other": N_("Something else"),
}
LINES = {1: N_("First line"), 2: N_("Second line"), 3: N_("Third line"), 4: N_("Later line")}


class EventForm(Card):
    """Gives the finished event with `given`; `put_away` when it is closed without one."""

    given = Signal(Event)
    put_away = Signal()

    def __init__(
        self,
        theme: Theme,
        day: date,
        *,
        treatments: Sequence[Event] = (),
        next_cycle: int = 1,
        event: Event | None = None,
    ) -> None:
        super().__init__(name=_("Add to the diary") if event is None else _("Correct this entry"))
        self.setProperty("current", "true")
        self.setProperty("form", True)
        self._day, self._treatments, self._next_cycle, self._event = day, tuple(treatments), next_cycle, event
        heading = row(Text(self.accessibleName(), "name"))
        close = Button(_("Put away"), "quiet", icon=theme.icon("close", "accent"), icon_size=theme.px(18))
        close.clicked.connect(self.put_away)
        heading.addWidget(close)
        self.column.addLayout(heading)
        self._kinds = ChoiceRow([(key, _(word)) for key, word in KINDS.items()], name=_("What happened?"))
        self._kinds.chosen.connect(self.show_kind)
        self.column.addWidget(self._kinds)
        self._kinds.setVisible(event is None)
        self._place = QWidget()
        self._form = QFormLayout(self._place)
        self._form.setContentsMargins(0, 8, 0, 0)
        self._form.setSpacing(8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.column.addWidget(self._place)
        self._add = Button(_("Add") if event is None else _("Correct it"), "primary")
        self._add.clicked.connect(self.give)
        buttons = row(self._add)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.show_kind(event.kind if event is not None and event.kind in KINDS else "treatment")

    def show_kind(self, kind: str) -> None:
        """Show the fields of one kind; the chosen kind's first field gets the focus."""
        self._kind = kind
        self._kinds.show_choice(kind)
        while self._form.rowCount():
            self._form.removeRow(0)
        self._fields: dict[str, QWidget] = {}
        body = self._event.body if self._event is not None else {}
        text = (self._event.text or "") if self._event is not None else ""
        {
            "treatment": self._treatment,
            "cycle": self._cycle,
            "scan": self._scan,
            "visit": self._visit,
            "note": self._words,
            "other": self._words,
        }[kind](dict(body), text)

    def give(self) -> None:
        """Give the event as the fields have it."""
        base = self._event or Event(kind=self._kind, day=self._day)
        day, until, text, body = self._read()
        if self._kind in {"note", "other"} and not text:
            self._fields["text"].setFocus()
            return
        self.given.emit(
            replace(
                base, day=day, until=until, text=text or None, body=dict(base.body) | body, replaces=base.id or None
            )
        )

    def field(self, name: str) -> QWidget:
        """The field of a body key, or of `text`, `day`, `until`."""
        return self._fields[name]

    def _treatment(self, body: dict[str, object], text: str) -> None:
        self._choice("type", _("Kind"), TREATMENT_NAMES, body.get("type", "chemotherapy"))
        self._line("text", _("Its name"), text, hint=_("as your team calls it"))
        self._choice("line", _("Line"), {str(n): word for n, word in LINES.items()}, str(body.get("line", 1)))
        self._when(_("First day"))
        until = self._event.until if self._event is not None else None
        ended = Toggle(_("It has ended"), on=until is not None)
        last = DayField(_("Last day"), until or self._day)
        last.setEnabled(until is not None)
        ended.toggled.connect(last.setEnabled)
        self._fields["ended"], self._fields["until"] = ended, last
        self._form.addRow("", ended)
        self._form.addRow(_("Last day"), last)

    def _cycle(self, body: dict[str, object], text: str) -> None:
        del text
        known = {event.origin: treatment(event) for event in self._treatments}
        if known:
            newest = self._treatments[-1].origin
            self._choice("treatment", _("Treatment"), known, body.get("treatment", newest), translated=True)
        numbers = {str(n): str(n) for n in range(1, 61)}
        self._choice("number", _("Cycle number"), numbers, str(body.get("number", self._next_cycle)), translated=True)
        self._choice("status", _("How it went"), STATUS_NAMES, body.get("status", "given"))
        self._when(_("First day"))

    def _scan(self, body: dict[str, object], text: str) -> None:
        self._choice("modality", _("Kind"), SCAN_NAMES, body.get("modality", "ct"))
        self._choice("result", _("What it showed"), RESULT_NAMES, body.get("result", "unknown"))
        self._when(_("Day"))
        self._line("text", _("In your own words"), text)

    def _visit(self, body: dict[str, object], text: str) -> None:
        self._line("with", _("With whom"), str(body.get("with") or ""))
        self._when(_("Day"))
        self._line("text", _("What was said"), text)

    def _words(self, body: dict[str, object], text: str) -> None:
        del body
        self._line("text", _("In your own words"), text)
        self._when(_("Day"))

    def _choice(self, key: str, label: str, words: dict[str, str], now: object, *, translated: bool = False) -> None:
        box = QComboBox()
        box.setAccessibleName(label)
        for each, word in words.items():
            box.addItem(word if translated else _(word), each)
        box.setCurrentIndex(max(0, box.findData(now)))
        self._fields[key] = box
        self._form.addRow(label, box)

    def _line(self, key: str, label: str, text: str, *, hint: str = "") -> None:
        field = TextField(label, text, hint=hint)
        field.returnPressed.connect(self.give)
        self._fields[key] = field
        self._form.addRow(label, field)

    def _when(self, label: str) -> None:
        field = DayField(label, self._event.day if self._event is not None else self._day)
        self._fields["day"] = field
        self._form.addRow(label, field)

    def _read(self) -> tuple[date, date | None, str, dict[str, object]]:
        day, until, text = self._day, None, ""
        body: dict[str, object] = {}
        ended = self._fields.get("ended")
        for key, field in self._fields.items():
            if isinstance(field, DayField):
                if key == "day":
                    day = field.day()
                elif isinstance(ended, Toggle) and ended.isChecked():
                    until = field.day()
            elif isinstance(field, QComboBox):
                chosen = str(field.currentData())
                body[key] = int(chosen) if key in {"line", "number"} else chosen
            elif isinstance(field, TextField):
                words = " ".join(field.text().split())
                if key == "text":
                    text = words
                elif words:
                    body[key] = words
        return day, until, text, body


def next_cycle(events: Sequence[Event]) -> int:
    """The number after the last cycle of the newest treatment, or after the last of all where none has a treatment."""
    newest = next((event.origin for event in reversed(events) if event.kind == "treatment"), None)
    numbers = [
        event.body.get("number")
        for event in events
        if event.kind == "cycle" and (newest is None or event.body.get("treatment") in {newest, None})
    ]
    return max((number for number in numbers if isinstance(number, int)), default=0) + 1
