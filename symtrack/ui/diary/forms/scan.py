"""A scan, and what it showed in the person's words."""

from symtrack.diary.event_kinds import RESULT_NAMES, SCAN_NAMES
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form


def _build(fields: Fields) -> None:
    body = fields.shown.body
    scans = {key: _(word) for key, word in SCAN_NAMES.items()}
    results = {key: _(word) for key, word in RESULT_NAMES.items()}
    fields.choice("modality", _("Kind"), scans, body.get("modality", "ct"))
    fields.choice("result", _("What it showed"), results, body.get("result", "unknown"))
    fields.day(_("Day"))
    fields.line("text", _("In your own words"))


FORM = Form("scan", N_("A scan"), _build, explained=True)
