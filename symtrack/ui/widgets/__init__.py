"""The widgets that every page uses. They take what they show and give intents out; they compute nothing.

Fields to type in are imported when they are asked for: a window begins without any.
"""

from typing import TYPE_CHECKING

from symtrack.ui.widgets.announce import announce
from symtrack.ui.widgets.buttons import Button, ChoiceRow
from symtrack.ui.widgets.card import Card, OpenCard, Rule
from symtrack.ui.widgets.flow_layout import FlowLayout
from symtrack.ui.widgets.focus_ring import FocusRing
from symtrack.ui.widgets.labels import PartHeading, Reply, Sentence, Text, WholeLine
from symtrack.ui.widgets.layouts import clear, column, flow, row
from symtrack.ui.widgets.pill import Part, Pill
from symtrack.ui.widgets.reading_order import order_tabs
from symtrack.ui.widgets.reveal import reveal
from symtrack.ui.widgets.shown import show_when

if TYPE_CHECKING:
    from symtrack.ui.widgets.fields import DayField, NoteField, TextField, TimeField

__all__ = [
    "Button",
    "Card",
    "ChoiceRow",
    "DayField",
    "FlowLayout",
    "FocusRing",
    "NoteField",
    "OpenCard",
    "Part",
    "PartHeading",
    "Pill",
    "Reply",
    "Rule",
    "Sentence",
    "Text",
    "TextField",
    "TimeField",
    "WholeLine",
    "announce",
    "clear",
    "column",
    "flow",
    "order_tabs",
    "reveal",
    "row",
    "show_when",
]
_FIELDS = {"DayField", "NoteField", "TextField", "TimeField"}


def __getattr__(name: str) -> object:
    if name not in _FIELDS:
        raise AttributeError(name)
    from symtrack.ui.widgets import fields

    return getattr(fields, name)
