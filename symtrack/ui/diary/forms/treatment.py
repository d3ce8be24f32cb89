"""A treatment, from its first day until it ended."""

from symtrack.diary.event_kinds import TREATMENT_NAMES
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form
from symtrack.ui.widgets import DayField
from symtrack.ui.widgets.toggle import Toggle

LINES = {1: N_("First line"), 2: N_("Second line"), 3: N_("Third line"), 4: N_("Later line")}


def _build(fields: Fields) -> None:
    body, until = fields.shown.body, fields.shown.until
    kinds = {key: _(word) for key, word in TREATMENT_NAMES.items()}
    fields.choice("type", _("Kind"), kinds, body.get("type", "chemotherapy"))
    fields.line("text", _("Its name"), hint=_("as your team calls it"))
    fields.choice("line", _("Line"), {str(n): _(word) for n, word in LINES.items()}, body.get("line", 1), number=True)
    fields.day(_("First day"))
    ended = Toggle(_("It has ended"), on=until is not None)
    last = DayField(_("Last day"), until or fields.shown.day)
    last.setEnabled(until is not None)
    ended.toggled.connect(last.setEnabled)
    fields.put("ended", "", ended)
    fields.put("until", _("Last day"), last, lambda: last.day() if ended.isChecked() else None)


FORM = Form("treatment", N_("A treatment"), _build)
