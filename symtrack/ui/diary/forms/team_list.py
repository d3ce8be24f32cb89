"""What was ticked on the team's list. It begins on Today; here it is only corrected."""

from symtrack.diary import team_list
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form
from symtrack.ui.widgets import NoteField


def _build(fields: Fields) -> None:
    ticked = NoteField(_("What was ticked, one thing on each line"), "\n".join(team_list.ticked(fields.shown)))
    fields.put(
        "ticked",
        ticked.accessibleName(),
        ticked,
        lambda: list(filter(None, map(str.strip, ticked.toPlainText().splitlines()))),
    )
    fields.line("rung", _("Whom you rang about it, and when"))
    fields.day(_("Day"))


FORM = Form("teamlist", N_("Something on my team’s list"), _build, offered=False)
