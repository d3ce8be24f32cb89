"""Nothing has to be written twice: what is half written when the window closes, or is killed, is offered again."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from symtrack.i18n import _
from symtrack.ui import half_written
from symtrack.ui.half_written import WAY, WHOLE, HalfWritten, write_again
from symtrack.ui.journal import Journal
from symtrack.ui.pages import HasParts, OpensAgain
from symtrack.ui.widgets import reveal

WATCH = 2_000
"""Milliseconds between two looks at what was written since: no more than that is lost when the computer goes off."""
MOST = 300
"""The letters of it that are shown; all of it comes back."""
ABOVE = ""
"""The place above every page."""

Places = Callable[[], Iterable[tuple[str, QWidget]]]


class Drafts(QObject):
    """Keeps what is half written in `places`, and what waits from before until it is gone on with or left.

    `open_` opens the place of that name, and gives it; `changed` says that something else waits now.
    """

    changed = Signal()

    def __init__(self, journal: Journal, places: Places, open_: Callable[[str], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._places, self._open = journal, places, open_
        self._kept = journal.half_written
        self._waiting = half_written.read(self._kept)
        self.failed = False
        """Whether what is half written now is kept nowhere."""
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(self.keep)
        self._watch.start()

    @property
    def sentence(self) -> str:
        """What is to be said: that nothing can be kept now, otherwise what waits first; empty without either."""
        if self.failed:
            return _("What you are writing can’t be kept for later. Please finish it before you close the window.")
        if not self._waiting:
            return ""
        words = "; ".join(filter(None, map(str.strip, self._waiting[0].words.splitlines())))
        shown = words if len(words) <= MOST else f"{words[:MOST].rstrip()}…"
        return _("You were writing this, and it is not in the diary yet: “{words}”").format(words=shown)

    def keep(self) -> bool:
        """Keep what is half written now; whether it is kept."""
        now = half_written.written([*self._waiting, *self.found()])
        if now != self._kept and self._journal.keep_half_written(now):
            self._kept = now
        failed, self.failed = self.failed, now != self._kept
        if failed != self.failed:
            self.changed.emit()
        return not self.failed

    def found(self) -> list[HalfWritten]:
        """What is half written now."""
        return [half for key, place in self._places() for half in half_written.look(key, place)]

    def go_on(self) -> None:
        """Have what waits first in its form again."""
        half = self._waiting.pop(0)
        self.bring_back(half)
        self.changed.emit()

    def leave(self) -> None:
        """What waits first is not wanted any more."""
        del self._waiting[0]
        self.keep()
        self.changed.emit()

    def bring_back(self, half: HalfWritten) -> None:
        """Open its form and fill it in; where there is no such form or field any more, a note has the words."""
        form = _opened(self._open(half.page), half)
        left = half.words if form is None else write_again(form, half.fields, whole=form.property("form") == WHOLE)
        if form is not None:
            reveal(form)
            (half_written.first_words(form) or form).setFocus(Qt.FocusReason.OtherFocusReason)
        if left:
            from symtrack.ui.widgets import NoteField

            way = {"day": self._journal.today.isoformat(), "offer": "note", "about": ""}
            note = HalfWritten(page="today", way=way, words=left)
            for field in form.findChildren(NoteField) if (form := _opened(self._open("today"), note)) else ():
                field.setPlainText("\n".join(filter(None, (field.toPlainText(), left))))
                field.document().setModified(True)


def _opened(place: QWidget, half: HalfWritten) -> QWidget | None:
    """The form, open in its place; None where it can't be any more."""
    if half.part and isinstance(place, HasParts):
        place.open(half.part)
    if "name" in half.way:
        return _pressed_again(place, half.way)
    if half.way:
        knows = (each for each in (place, *place.findChildren(QWidget)) if isinstance(each, OpensAgain))
        return next((each.open_again(half.way) for each in knows), None)
    return next((each for each in place.findChildren(QWidget) if each.property("form") and not each.isHidden()), None)


def _pressed_again(place: QWidget, way: half_written.Way) -> QWidget | None:
    """The form that a button opens, pressed again; None where there is none of that name any more."""
    for button in place.findChildren(QAbstractButton):
        if (button.accessibleName(), button.accessibleDescription()) == (way.get("name"), way.get("described")):
            button.click()
            forms = (each for each in place.findChildren(QWidget) if each.property(WAY) == way)
            return next((form for form in forms if not form.isHidden()), None)
    return None
