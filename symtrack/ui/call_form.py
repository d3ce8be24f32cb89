"""A call to the team, noted in the page."""

from PySide6.QtCore import Signal

from symtrack.i18n import _
from symtrack.ui.in_place import InPlace
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Text, TextField


class CallForm(InPlace):
    """Whom, and what they said; both may stay empty. `given` gives the two."""

    given = Signal(str, str)

    def __init__(self, whom: str, theme: Theme) -> None:
        super().__init__(_("We phoned"))
        self._whom = TextField(_("Whom did you speak to?"), whom)
        self._whom.setMaximumWidth(theme.px(420))
        self._said = TextField(_("What did they say?"))
        for field in (self._whom, self._said):
            self.column.addWidget(Text(field.accessibleName(), "small"))
            self.column.addWidget(field)
            field.returnPressed.connect(self.give)
        keep = Button(_("Note the call"), "primary")
        keep.clicked.connect(self.give)
        self.add_buttons(keep)
        self.setFocusProxy(self._said if whom else self._whom)

    def give(self) -> None:
        """Hand over what was written."""
        whom, said = (" ".join(field.text().split()) for field in (self._whom, self._said))
        self.given.emit(whom, said)
