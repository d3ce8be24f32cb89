"""The flags that the paper shows: those raised or open in its period, the ones to phone about first; notes apart."""

from symtrack.diary.flag import Flag
from symtrack.report.section import Matter

_URGENCY = {"now": 0, "phone": 1, "visit": 2, "none": 4}


def points(matter: Matter) -> tuple[Flag, ...]:
    """The flags in the order in which they are printed; none when the person switched them off."""
    shown = (flag for flag in _of_period(matter) if flag.shown != "note")
    return tuple(
        sorted(shown, key=lambda flag: (_place(flag, matter), -flag.raised.toordinal(), flag.rule, flag.items))
    )


def notes(matter: Matter) -> tuple[Flag, ...]:
    """What is no point and still a line, in order of day."""
    return tuple(flag for flag in _of_period(matter) if flag.shown == "note")


def _of_period(matter: Matter) -> list[Flag]:
    if matter.settings.get("flags") == "off":
        return []
    return [
        flag
        for flag in matter.flags
        if flag.raised <= matter.period.last and (flag.closed is None or flag.closed > matter.period.first)
    ]


def _place(flag: Flag, matter: Matter) -> tuple[int, bool]:
    """To phone about, to mention, what got better, notes; within each the open ones first."""
    return (3 if flag.kind == "better" else _URGENCY[flag.urgency], not flag.open_on(matter.period.last))
