"""A field for a passphrase: dots, unless the person would rather see what they type."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.widgets.fields import TextField
from symtrack.ui.widgets.labels import Text
from symtrack.ui.widgets.toggle import Toggle


class SecretField(QWidget):
    """The field with its name above it, and the toggle that shows what is in it."""

    def __init__(self, name: str, *, shows: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(name)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(name, "small", wrap=False))
        column.addWidget(self.field)
        if shows:
            self.toggle = Toggle(_("Show what I type"))
            self.toggle.toggled.connect(self.show_typed)
            column.addWidget(self.toggle)
        self.setFocusProxy(self.field)

    def show_typed(self, on: bool) -> None:  # noqa: FBT001 - the signal's own argument
        """Show letters, or dots."""
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
