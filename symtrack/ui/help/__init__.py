"""Help: what each page is for, the keys, and privacy, in plain words."""

from symtrack.ui.help.page import HelpPage

__all__ = ["HelpPage"]
