"""What could not be saved or copied, and what can be done about it."""

from collections.abc import Callable

from symtrack.i18n import _
from symtrack.ui.below_line import BelowLine, Offer
from symtrack.ui.journal import Journal


def show(
    below: BelowLine, journal: Journal, said: str, *, keep: Callable[[], object], choose: Callable[[], object]
) -> None:
    """Show it below the top line, otherwise `said`. `keep` keeps it elsewhere, `choose` is where copies are set."""
    offers = []
    if journal.unsaved.rows and journal.unsaved.place is None:
        offers.append(Offer(_("Keep it in another place…"), keep))
    if journal.copies.failure:
        offers.append(Offer(_("Choose where copies go"), choose))
    sentences = (journal.failure or said, journal.copies.failure)
    below.show_sentence("\n".join(filter(None, sentences)), *offers)
