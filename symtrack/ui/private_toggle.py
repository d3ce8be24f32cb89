"""The tick that keeps something off the paper; the same words wherever something is written."""

from symtrack.i18n import _
from symtrack.ui.widgets.toggle import Toggle


def private_toggle(*, on: bool = False) -> Toggle:
    """Private, or not."""
    return Toggle(_("Private: on no paper unless I tick it there"), on=on)
