"""Where it hurts: several places, chosen by their first letters or by a press, or in one's own words."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import places
from symtrack.i18n import _, capital
from symtrack.ui.widgets import FlowLayout, Text, TextField, announce, clear, roles
from symtrack.ui.widgets.toggle import Toggle

LONGEST = 40


class PlaceField(TextField):
    """Where the first letters are typed. `back` comes when Backspace is pressed and there is nothing to take away."""

    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text() and not event.isAutoRepeat():
            self.back.emit()
        else:
            super().keyPressEvent(event)


class PlacePicker(QWidget):
    """Those that are chosen stand first, with a tick; of the others, those that what is typed may mean.

    `finished` comes with Enter in the empty field.
    """

    finished = Signal()
    accessible_role = roles.GROUP

    def __init__(self, chosen: Iterable[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Where?"))
        self._chosen = list(chosen)
        self._field = PlaceField(_("Where? The first letters of a place, and Enter"), hint=_("Such as: lower back"))
        self._field.setMaxLength(LONGEST)
        self._field.textChanged.connect(self._show)
        self._field.returnPressed.connect(self._take)
        self._field.back.connect(self._take_back)
        self._said = Text(_("The first letters and Enter, or a press. Several places can be chosen."), "small")
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._field, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        column.addWidget(self._box)
        self.setFocusProxy(self._field)
        self._show()

    @property
    def field(self) -> PlaceField:
        return self._field

    def chosen(self) -> list[str]:
        """The places, in the order in which they were chosen, with what is typed and not taken yet."""
        typed = places.chosen(self._field.text())
        return list(dict.fromkeys([*self._chosen, *filter(None, [typed])]))

    def forget(self) -> None:
        """Leave all that was chosen."""
        self._chosen = []
        self._field.clear()
        self._show()

    def button(self, place: str) -> Toggle:
        """The button of a place that is shown."""
        return next(each for each in self._toggles() if each.property("place") == place)

    def _toggles(self) -> list[Toggle]:
        return [each for each in self._box.findChildren(Toggle) if not each.isHidden()]

    def _take(self) -> None:
        place = places.chosen(self._field.text())
        if not place:
            self.finished.emit()
            return
        self._field.clear()
        if place not in self._chosen:
            self._chosen.append(place)
        self._show()
        announce(self, _("{place}: chosen").format(place=places.name(place)))

    def _take_back(self) -> None:
        if self._chosen:
            place = self._chosen.pop()
            self._show()
            announce(self, _("{place}: taken away").format(place=places.name(place)))

    def _press(self, place: str, *, on: bool) -> None:
        self._chosen = [each for each in self._chosen if each != place] + ([place] if on else [])

    def _show(self) -> None:
        found = [place for place in places.found(self._field.text()) if place not in self._chosen]
        clear(self._flow)
        for place in (*self._chosen, *found):
            name = places.name(place)
            toggle = Toggle(capital(name), on=place in self._chosen)
            toggle.setProperty("place", place)
            toggle.clicked.connect(lambda on, place=place: self._press(place, on=on))
            self._flow.addWidget(toggle)
            toggle.show()
