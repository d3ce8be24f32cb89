"""A dose, with what it was for and how it was before and after."""

from collections.abc import Sequence

from symtrack.diary import doses, instrument, medicines
from symtrack.diary.instrument import LEAST, MOST
from symtrack.diary.medicines import Medicine
from symtrack.i18n import N_, _, n_
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form

TAKEN_NAMES = {doses.YES: N_("taken"), doses.SKIPPED: N_("skipped"), doses.UNKNOWN: N_("not known")}
NOTHING = ""


def _build(fields: Fields) -> None:
    body, known = fields.shown.body, medicines.taken_now(fields.known.settings)
    if known and not body:
        _of_the_list(fields, known)
    else:
        fields.line("medicine", _("Which medicine?"))
        fields.line("text", _("How much"), hint=_("such as: 10 mg"))
        fields.need("medicine")
    taken = {key: _(word) for key, word in TAKEN_NAMES.items()}
    fields.choice("taken", _("Was it taken?"), taken, body.get("taken", doses.YES))
    fields.day(_("Day"))
    fields.time("time", _("At a time"))
    items = {item.key: _(item.name) for item in instrument.of(fields.known.settings).items}
    fields.choice("for", _("What was it for?"), {NOTHING: _("not said"), **items}, body.get("for", NOTHING))
    scores = {NOTHING: _("not said"), **{str(n): str(n) for n in range(LEAST, MOST + 1)}}
    fields.choice("before", _("Before it"), scores, body.get("before", NOTHING), number=True)
    fields.choice("after", _("After it"), scores, body.get("after", NOTHING), number=True)
    minutes = body.get("after_minutes", NOTHING)
    offered = sorted({*doses.MINUTES, minutes} if isinstance(minutes, int) else doses.MINUTES)
    later = {str(n): n_("{n} minute later", "{n} minutes later", n).format(n=n) for n in offered}
    fields.choice("after_minutes", _("How long after"), {NOTHING: _("not said"), **later}, minutes, number=True)


def _of_the_list(fields: Fields, known: Sequence[Medicine]) -> None:
    """Which of them, in the strength that it has now; whether it is a regular one goes along."""
    by_name = {medicine.name: medicine for medicine in known}
    box = fields.choice("medicine", _("Which medicine?"), {name: name for name in by_name}, "")
    much = fields.line("text", _("How much"), hint=_("such as: 10 mg"))
    fields.also("when", lambda: by_name[box.currentData()].when)

    def show() -> None:
        much.setText(by_name[box.currentData()].strength)

    box.currentIndexChanged.connect(show)
    show()


FORM = Form("dose", N_("A dose"), _build)
