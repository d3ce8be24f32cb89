"""Which points wait on the page, in which order, and how each was dealt with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from symtrack.diary.event_words import one_line
from symtrack.diary.flag import Flag, Mark
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _, days, short_day

SHOWN_AT_ONCE = 3
LISTED = 24
"""Earlier points that the page lists, the latest first; the others stand on the papers of their time."""

_PLACES = {"now": 0, "phone": 1, "visit": 2, "none": 3}
_MARK_NAMES: Mapping[str, str] = {
    Mark.LISTED: N_("on my list since {day}"),
    Mark.TALKED: N_("talked about on {day}"),
    Mark.KNOWN: N_("my team knows, {day}"),
    Mark.LATER: N_("put off on {day}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A point that does not wait any more, or never did: its days, its sentence, and how it was dealt with."""

    when: str
    text: str
    dealt: str


def waiting(flags: Iterable[Flag], today: date) -> tuple[Flag, ...]:
    """The announced points that wait for the person: those to phone about first, what got better last."""
    return tuple(sorted((flag for flag in flags if flag.on_screen(today)), key=_place))


def earlier(flags: Iterable[Flag], events: Sequence[Event], today: date) -> tuple[Earlier, ...]:
    """Every other point that was announced, the latest first."""
    dealt = [event for event in events if event.kind in {"flagmark", "call"}]
    known = tuple(flags)
    waits = waiting(known, today)
    others = [flag for flag in known if flag.shown == "announced" and flag not in waits]
    others.sort(key=lambda flag: (flag.last, flag.raised), reverse=True)
    return tuple(
        Earlier(when=_when(flag, today), text=flag.text, dealt="; ".join(_dealt(flag, dealt))) for flag in others
    )


def notes(flags: Iterable[Flag], today: date) -> tuple[str, ...]:
    """What is no point and still worth a line: days without an answer after high ones, or two views that differ."""
    return tuple(flag.text for flag in flags if flag.shown == "note" and flag.open_on(today))


def _place(flag: Flag) -> tuple[bool, int, int, str, tuple[str, ...]]:
    return flag.kind == "better", _PLACES[flag.urgency], -flag.raised.toordinal(), flag.rule, flag.items


def _when(flag: Flag, today: date) -> str:
    if flag.open_on(today):
        return _("Since {day}").format(day=short_day(flag.since))
    return days(flag.since, max(flag.since, flag.last))


def _dealt(flag: Flag, events: Iterable[Event]) -> Iterable[str]:
    for event in events:
        if event.kind == "call" and flag.meets(event.body.get("flag")):
            yield _called(event)
        elif event.kind == "flagmark" and flag.meets(event.body) and event.body.get("as") in _MARK_NAMES:
            yield _(_MARK_NAMES[str(event.body["as"])]).format(day=short_day(event.day))


def _called(event: Event) -> str:
    """Phoned on 14 May, the ward: come in tomorrow."""
    whom, said = one_line(event.body.get("whom")), one_line(event.body.get("said"))
    call = _("phoned on {day}").format(day=short_day(event.day))
    if whom:
        call = _("{call}, {whom}").format(call=call, whom=whom)
    return _("{call}: {said}").format(call=call, said=said) if said else call
