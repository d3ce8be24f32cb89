"""All that a reminder says. It shows on locked screens: nothing in it may tell that anybody is ill."""

from symtrack.i18n import _


def name() -> str:
    """Who says it, where a system shows that."""
    return _("Diary")


def reminder() -> str:
    return _("Time for your diary")
