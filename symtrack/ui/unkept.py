"""What could not be saved or copied, what was not written to its end, and what can be done about it."""

from collections.abc import Callable

from symtrack.i18n import _
from symtrack.ui.below_line import BelowLine, Offer
from symtrack.ui.drafts import Drafts
from symtrack.ui.journal import Journal


def show(
    below: BelowLine,
    journal: Journal,
    said: str,
    drafts: Drafts,
    *,
    keep: Callable[[], object],
    choose: Callable[[], object],
) -> None:
    """Show it below the top line, otherwise `said`. `keep` keeps it elsewhere, `choose` is where copies are set."""
    offers = []
    if journal.unsaved.rows and journal.unsaved.place is None:
        offers.append(Offer(_("Keep it in another place…"), keep))
    if journal.copies.failure:
        offers.append(Offer(_("Choose where copies go"), choose))
    if drafts.sentence and not drafts.failed:
        offers += [Offer(_("Go on writing"), drafts.go_on), Offer(_("I don’t need it"), drafts.leave)]
    sentences = (journal.failure or said, journal.copies.failure, drafts.sentence)
    below.show_sentence("\n".join(filter(None, sentences)), *offers)
