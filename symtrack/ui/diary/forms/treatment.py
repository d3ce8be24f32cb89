"""A treatment, from its first day until it ended, and why; the one before it can be ended along with it."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QComboBox

from symtrack.diary.event_kinds import TREATMENT_NAMES
from symtrack.diary.event_words import ENDED_NAMES, treatment
from symtrack.diary.rows import Event
from symtrack.diary.treatments import ONE_DAY, ROUNDS, open_before
from symtrack.i18n import N_, _, capital
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form
from symtrack.ui.diary.forms.lasting import OVER, lasting
from symtrack.ui.widgets import DayField
from symtrack.ui.widgets.toggle import Toggle

LINES = {1: N_("First line"), 2: N_("Second line"), 3: N_("Third line"), 4: N_("Later line")}
ROUND_KEYS = ("line", "cycle_days", "cycles")


def _build(fields: Fields) -> None:
    body = fields.shown.body
    kinds = {key: _(word) for key, word in TREATMENT_NAMES.items()}
    kind = fields.choice("type", _("Kind"), kinds, body.get("type", "chemotherapy"))
    fields.line("text", _("Its name"), hint=_("as your team calls it"))
    stated = body.get("line")
    lines = {str(n): _(word) for n, word in LINES.items()}
    if isinstance(stated, int) and stated not in LINES:
        lines[str(stated)] = _("Line {n}").format(n=stated)
    # Translators: Which treatment against the cancer it is: first line, second line.
    fields.choice("line", _("Line"), lines, stated or 1, number=True)
    day = fields.day(_("First day"))
    fields.figures("cycle_days", _("Days per cycle"), hint=_("if there are cycles"), whole=True)
    fields.figures("cycles", _("Cycles planned"), hint=_("if you know"), whole=True)
    state = lasting(fields, _("Is it over?"), going=_("Still going"), over=_("It has ended"))
    fields.choice("ended", _("Why it ended"), _reasons(), body.get("ended", ""))

    def follow() -> None:
        chosen = kind.currentData()
        for key in ROUND_KEYS:
            fields.ask(key, wanted=chosen in ROUNDS or key in body)
        lasts = chosen not in ONE_DAY or fields.shown.until is not None
        fields.ask("state", wanted=lasts)
        fields.ask("until", wanted=lasts and state.choice() == OVER)
        fields.ask("ended", wanted=lasts and state.choice() == OVER)

    kind.currentIndexChanged.connect(follow)
    state.chosen.connect(follow)
    follow()
    if not fields.shown.id:
        _former(fields, kind, day)


def _former(fields: Fields, kind: QComboBox, day: DayField) -> None:
    """Offer to end the treatment of the same kind that is still going."""
    ended = Toggle("")
    fields.put("former", "", ended)
    why = fields.choice("former_ended", _("Why it ended"), _reasons(), "")
    fields.read_by("former_ended", None)

    def former() -> Event | None:
        return open_before(fields.known.events, fields.read())

    def follow() -> None:
        found = former()
        if found is not None:
            ended.show_words(_("{treatment} has ended").format(treatment=treatment(found)))
        fields.ask("former", wanted=found is not None)
        fields.ask("former_ended", wanted=found is not None and ended.isChecked())

    def end(event: Event) -> Event | None:
        found = former()
        if found is None or not ended.isChecked():
            return None
        reason = {"ended": why.currentData()} if why.currentData() else {}
        last = max(found.day, event.day - timedelta(days=1))
        return replace(found, until=last, body={**found.body, **reason}, replaces=found.id)

    kind.currentIndexChanged.connect(follow)
    day.dateChanged.connect(follow)
    ended.toggled.connect(follow)
    fields.along.append(end)
    follow()


def _reasons() -> dict[str, str]:
    """Why a treatment ended, in the words of the person; none is a choice too."""
    named = {key: _(word) for key, word in ENDED_NAMES.items()}
    return {"": _("Not written down")} | {key: capital(word) for key, word in named.items()}


FORM = Form("treatment", N_("A treatment"), _build, explained=True)
