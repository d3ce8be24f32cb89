"""The fields of what may last: whether it is over, and its last day."""

from symtrack.i18n import _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.widgets import ChoiceRow, DayField

GOING, OVER = "going", "over"


def lasting(fields: Fields, label: str, *, going: str, over: str) -> ChoiceRow:
    """Add a choice between the two, and the last day, which is asked for only when it is over."""
    until = fields.shown.until
    state = fields.either("state", label, {GOING: going, OVER: over}, OVER if until else GOING)
    last = DayField(_("Last day"), until or max(fields.shown.day, fields.known.today))
    fields.put("until", _("Last day"), last, last.day)

    def follow() -> None:
        fields.ask("until", wanted=state.choice() == OVER)

    state.chosen.connect(follow)
    follow()
    return state
