"""The card that says which symtrack this is, and where the files lie."""

from PySide6.QtCore import Qt

from symtrack import __version__, paths
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.widgets import Card, Text


class AboutCard(Card):
    """Stays true when the diary or its copies are kept in another place."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(Text(_("About symtrack"), "name"), name=_("About symtrack"))
        self._journal = journal
        self.column.setSpacing(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.addWidget(Text(_("Version {version}").format(version=__version__), "strong"))
        self.column.addWidget(
            Text(_("It never looks for a newer version. You get one where you got this one, and your diary stays."))
        )
        self._places = {name: Text() for name in (_("This diary"), _("Its copies"), _("Settings of this computer"))}
        for name, place in self._places.items():
            self.column.addWidget(Text(name, "small"))
            self.column.addWidget(place)
        self.column.addWidget(
            Text(_("symtrack is free software under the MIT licence. The window uses Qt under the LGPL."), "soft")
        )
        journal.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        where = (self._journal.path.absolute(), self._journal.copies.folder, paths.settings_file())
        for place, path in zip(self._places.values(), where, strict=True):
            place.setText(str(path))
        self.setAccessibleDescription(" ".join(text.text() for text in self.findChildren(Text)[1:]))
