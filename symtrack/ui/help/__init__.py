"""Help: what each page is for, the keys, privacy and where the files lie, in plain words."""

from symtrack.ui.help.page import HelpPage

__all__ = ["HelpPage"]
