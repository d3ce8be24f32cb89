"""What happened on the last days, one line an event, in order of time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from symtrack.diary import event_words
from symtrack.diary.rows import PATIENT, Event, voice_name
from symtrack.i18n import _
from symtrack.report.blocks import Block, Table
from symtrack.report.sheet import Ground, at

KINDS = (
    "episode", "measurement", "call", "teamlist", "visit", "stay", "change", "treatment", "cycle", "scan", "other",
)  # fmt: skip


def happened(ground: Ground, span: Sequence[date]) -> Iterator[Block]:
    """Spells, nights, measurements, calls, ticks and all else that was noted; nothing where there is none."""
    rows = tuple((at(event, ground), _words(event, ground)) for event in ground.of_days(span, *KINDS))
    if rows:
        yield Table(heading=_("What happened"), columns=(_("When"), _("What")), rows=rows, column="both")


def _words(event: Event, ground: Ground) -> str:
    said = _said(event, ground)
    return said if event.voice == PATIENT else _("{name}: {text}").format(name=voice_name(event.voice), text=said)


def _said(event: Event, ground: Ground) -> str:
    # The time stands before it already; of a spell the words go on from it to its end.
    return event_words.said(event if event.kind == "episode" else replace(event, time=None), ground.known)
