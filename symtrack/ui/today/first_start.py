"""What a diary that was just begun offers, once, in one line."""

from collections.abc import Callable

from symtrack.i18n import _
from symtrack.ui.today.notices import Choice, Notice
from symtrack.ui.today.offers import ITEMS


def notice(asked: Callable[[str], None], offer: Callable[[str, str], None]) -> Notice:
    """Who writes, the number, more symptoms: each asked of the window or an offer of the page."""
    who = Choice(_("Who is writing"), lambda: asked("writer"))
    number = Choice(_("Your team’s number"), lambda: asked("number"))
    more = Choice(_("More symptoms"), lambda: offer("more", ITEMS))
    return Notice(_("When you like:"), (who, number, more))
