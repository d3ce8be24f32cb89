"""What happened on the last days, one line an event, in order of time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from symtrack.diary import event_words
from symtrack.diary.event_words import one_line
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
    shown = event if event.kind == "episode" else replace(event, time=None)
    match event.kind:
        case "call":
            return _called(event)
        case "teamlist":
            return _("Ticked on the team’s list: {lines}").format(lines="; ".join(ticked(event)))
        case _:
            return event_words.said(shown, ground.known)


def _called(event: Event) -> str:
    """Rang the ward, 0123: come in tomorrow."""
    body = event.body
    whom = ", ".join(filter(None, (one_line(body.get("whom")), one_line(body.get("number")))))
    call = _("Rang: {whom}").format(whom=whom) if whom else _("Rang the team")
    said = one_line(body.get("said")) or one_line(event.text)
    return _("{call}. They said: {said}").format(call=call, said=said) if said else call


def ticked(event: Event) -> tuple[str, ...]:
    """The lines of the team's list that were ticked."""
    lines = event.body.get("ticked")
    return tuple(filter(None, map(one_line, lines))) if isinstance(lines, list | tuple) else ()
