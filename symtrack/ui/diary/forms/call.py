"""A call: when, whom, and what they said."""

from symtrack.diary import team
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form
from symtrack.ui.widgets import TimeField

MIDDAY = "12:00"


def _build(fields: Fields) -> None:
    people = [contact.who for contact in team.contacts(fields.known.settings.get("team")) if contact.who]
    fields.line("whom", _("With whom"), hint=_("such as: {who}").format(who=people[0] if people else _("the day ward")))
    fields.line("number", _("The number"))
    fields.day(_("Day"))
    time = TimeField(_("Time"), fields.shown.time or MIDDAY)
    fields.put("time", _("Time"), time, time.text_of)
    fields.line("said", _("What they said"))


FORM = Form("call", N_("A call"), _build)
