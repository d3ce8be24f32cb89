"""A note as the paper has it: whole, with the score that it is about, and whose it is."""

from collections.abc import Mapping

from symtrack.diary.instrument import Instrument
from symtrack.diary.rows import PATIENT, Event, voice_name
from symtrack.i18n import _


def words(event: Event, text: str, abouts: Mapping[str, str], known: Instrument) -> str:
    """On pain: worse at night. Anna: she slept. `text` is the note's own, or as much of it as there is room for."""
    item = abouts.get(str(event.body.get("about")))
    said = _("On {item}: {text}").format(item=_(known.item(item).phrase), text=text) if item else text
    return said if event.voice == PATIENT else _("{name}: {text}").format(name=voice_name(event.voice), text=said)
