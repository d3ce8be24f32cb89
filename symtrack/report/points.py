"""The flags that the paper shows: those raised or open in its period, the ones to phone about first; notes apart.

Page one has those that are open on its last day, as many as there is room for; all others follow on later pages.
"""

from collections.abc import Sequence

from symtrack.diary.event_words import one_line
from symtrack.diary.flag import BEGAN, Flag, Mark
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _, capital, days, n_, short_day
from symtrack.report import phrases
from symtrack.report.section import Matter
from symtrack.report.since import since
from symtrack.rules import every_rule

ROWS, PHONE_ROWS, LINES, LETTERS_A_LINE = 5, 7, 7, 74
"""Room for points on page one: rows, more of them for what is to phone about, and lines of words in them."""
MARK_NAMES = {
    Mark.LISTED: N_("On the person’s list ({day})."),
    Mark.TALKED: N_("Talked about ({day})."),
    Mark.KNOWN: N_("The team knows ({day})."),
    Mark.LATER: N_("Put off ({day})."),
    "shown": N_("Shown to the team ({day})."),
}
_URGENCY = {"now": 0, "phone": 1, "visit": 2, "none": 4}
_SHOWN = {"announced": 0, "standing": 1, "paper": 2, "note": 3}


def points(matter: Matter) -> tuple[Flag, ...]:
    """The flags in the order in which they are printed; none when the person switched them off."""
    shown = (flag for flag in _of_period(matter) if flag.shown != "note")
    return tuple(
        sorted(
            shown,
            key=lambda flag: (
                _place(flag, matter),
                _SHOWN[flag.shown],
                -flag.raised.toordinal(),
                flag.rule,
                flag.items,
            ),
        )
    )


def notes(matter: Matter) -> tuple[Flag, ...]:
    """What is no point and still a line, in order of day."""
    return tuple(flag for flag in _of_period(matter) if flag.shown == "note")


def open_points(matter: Matter) -> tuple[Flag, ...]:
    """Those that are open on the paper's last day."""
    return tuple(flag for flag in points(matter) if flag.open_on(matter.period.last))


def on_page_one(matter: Matter) -> tuple[Flag, ...]:
    """The open ones that page one has room for, the first ones first; none where it has no points at all."""
    found, room = list[Flag](), LINES
    if "flags" not in matter.parts:
        return ()
    for flag in open_points(matter):
        room -= -(-len(" ".join(row(flag, matter)[1].split())) // LETTERS_A_LINE)
        full = len(found) >= PHONE_ROWS if flag.to_phone else room < 0 or len(found) >= ROWS
        if full:
            break
        found.append(flag)
    return tuple(found)


def later(matter: Matter) -> tuple[Flag, ...]:
    """All that page one does not have: the open ones first, then what is over, back through time."""
    there = set(map(id, on_page_one(matter)))
    left = [flag for flag in points(matter) if id(flag) not in there]
    is_open = {id(flag): flag.open_on(matter.period.last) for flag in left}
    over = sorted(
        (flag for flag in left if not is_open[id(flag)]), key=lambda flag: (flag.last, flag.since), reverse=True
    )
    return (*(flag for flag in left if is_open[id(flag)]), *over)


def row(flag: Flag, matter: Matter) -> tuple[str, str, str]:
    """Since when; what was entered and what was done; the criterion in short."""
    return when(flag, matter), phrases.sentence((said(flag), done(flag, matter))), short(flag)


def short(flag: Flag) -> str:
    """The criterion in a few words; nothing for a rule of a later version."""
    return next((_(rule.short) for rule in every_rule() if rule.key == flag.rule), "")


def when(flag: Flag, matter: Matter) -> str:
    """Since when what changed is so, and where in the treatment that day lies; since when a criterion is met.

    The days of what is over.
    """
    if not flag.open_on(matter.period.last):
        return days(flag.since, max(flag.since, flag.last))
    day = short_day(flag.since)
    if flag.kind not in BEGAN:
        return _("met since {day}").format(day=day)
    relative = since(matter.events, flag.since) if flag.kind == "change" else ""
    return "\n".join(filter(None, (_("since {day}").format(day=day), relative)))


def said(flag: Flag) -> str:
    late = _("Some of it was entered late.") if flag.late else ""
    return phrases.sentence((capital(one_line(flag.text)), late))


def done(flag: Flag, matter: Matter) -> str:
    """What the person did with it; to phone about and nobody phoned is said too: silence would read as done."""
    told = [line for event in matter.diary.of_kind("flagmark") if flag.meets(event.body) and (line := _marked(event))]
    told += [_phoned(event) for event in matter.of_kind("call") if flag.meets(event.body.get("flag"))]
    if not told and flag.to_phone:
        return _("No call noted yet.") if flag.open_on(matter.period.last) else _("No call noted.")
    return " ".join(told)


def more(count: int) -> str:
    """What stands below the points of page one when there are others."""
    return n_("{n} more point, open or over, follows.", "{n} more points, open or over, follow.", count).format(n=count)


def _marked(event: Event) -> str:
    name = MARK_NAMES.get(str(event.body.get("as")))
    return _(name).format(day=short_day(event.day)) if name else ""


def _phoned(event: Event) -> str:
    """Phoned 14 May, the ward: come in tomorrow."""
    told, *named = (one_line(event.body.get(key)) for key in ("said", "whom", "number"))
    whom = ", ".join(filter(None, named))
    call = _("Phoned {day}").format(day=short_day(event.day))
    if whom:
        call = _("{call}, {whom}").format(call=call, whom=whom)
    call = _("{call}: {said}").format(call=call, said=told) if told else call
    return call if call.endswith((".", "!", "?", "…")) else call + "."


def _of_period(matter: Matter) -> Sequence[Flag]:
    if matter.settings.get("flags") == "off":
        return ()
    return [
        flag
        for flag in matter.flags
        if flag.raised <= matter.period.last and (flag.closed is None or flag.closed > matter.period.first)
    ]


def _place(flag: Flag, matter: Matter) -> tuple[int, bool]:
    """To phone about, to mention, what got better, notes; within each the open ones first."""
    return (3 if flag.kind == "better" else _URGENCY[flag.urgency], not flag.open_on(matter.period.last))
