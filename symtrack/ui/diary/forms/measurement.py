"""Something measured or counted, in the unit in which it is typed."""

from PySide6.QtWidgets import QComboBox

from symtrack.diary import measures
from symtrack.diary.event_words import UP_AND_ABOUT
from symtrack.diary.measures import KINDS, Kind
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form

USUAL = "weight"
YES_NO = {"1": N_("Yes"), "0": N_("No")}


def _build(fields: Fields) -> None:
    what = str(fields.shown.body.get("what", USUAL))
    (_week if what == "upandabout" else _measured)(fields)
    fields.day(_("Day"))
    fields.time("time", _("At what time"))


def _measured(fields: Fields) -> None:
    """The kind decides which unit there is, and whether a number or yes and no is wanted."""
    body, value = fields.shown.body, measures.value_of(fields.shown)
    kinds = {key: _(kind.name) for key, kind in KINDS.items()}
    what = fields.choice("what", _("What?"), kinds, body.get("what", USUAL))
    shown = KINDS.get(str(body.get("what")), KINDS[USUAL])
    figures = "" if value is None else measures.figures(shown, value, body.get("unit"))
    line = fields.line("value", _("How much?"), text=figures)
    unit = fields.choice("unit", _("Unit"), {}, "")
    yes = fields.choice("yes", _("Yes or no?"), {key: _(word) for key, word in YES_NO.items()}, f"{value or 0:g}")

    def kind() -> Kind:
        return KINDS[str(what.currentData())]

    def typed() -> tuple[float, str]:
        text = str(yes.currentData()) if kind().yes_or_no else line.text()
        return measures.parse(kind(), text, str(unit.currentData() or ""))

    def follow() -> None:
        _fill(unit, kind(), str(body.get("unit") or measures.last_unit(fields.known.events, kind())))
        fields.show_row("value", shown=not kind().yes_or_no)
        fields.show_row("unit", shown=bool(kind().units))
        fields.show_row("yes", shown=kind().yes_or_no)

    fields.read_by("value", lambda: typed()[0])
    fields.read_by("unit", lambda: typed()[1])
    fields.read_by("yes", None)
    what.currentIndexChanged.connect(follow)
    follow()


def _fill(unit: QComboBox, kind: Kind, chosen: str) -> None:
    unit.clear()
    for each in kind.units:
        unit.addItem(each.shown, each.key)
    unit.setCurrentIndex(max(0, unit.findData(chosen)))


def _week(fields: Fields) -> None:
    words = {str(n): _(word) for n, word in enumerate(UP_AND_ABOUT)}
    value = measures.value_of(fields.shown) or 0
    fields.choice("value", _("This week, mostly:"), words, f"{value:g}", number=True)


FORM = Form("measurement", N_("A measurement"), _build)
