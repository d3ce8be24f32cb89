"""What the numbers show: the points to talk about, each with its days and how it was dealt with."""

from collections.abc import Iterator, Sequence

from symtrack.diary.event_words import one_line
from symtrack.diary.flag import Flag
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _, days, short_day
from symtrack.report import phrases
from symtrack.report.blocks import Block, Table, Words
from symtrack.report.points import notes, points
from symtrack.report.section import Matter, Section

MARK_NAMES = {
    "listed": N_("On the person’s list ({day})"),
    "talked": N_("Talked about ({day})"),
    "known": N_("The team knows ({day})"),
    "later": N_("Put off ({day})"),
    "shown": N_("Shown to the team ({day})"),
}


def _build(matter: Matter) -> Iterator[Block]:
    if matter.settings.get("flags") == "off":
        return
    shown, lines = points(matter), tuple(map(_said, notes(matter)))
    heading = _("What the numbers show")
    if shown:
        yield _table(heading, shown, matter)
    else:
        yield Words(heading=heading, paragraphs=(_("No patterns to point out from what was entered."),), column="both")
    if lines:
        yield Words(heading=_("For reading the numbers"), paragraphs=lines, column="both")


def _table(heading: str, shown: Sequence[Flag], matter: Matter) -> Table:
    return Table(
        heading=heading,
        columns=(_("When"), _("What was entered"), _("What was done")),
        rows=tuple((_when(flag, matter), _said(flag), _done(flag, matter)) for flag in shown),
        strong=tuple(k for k, flag in enumerate(shown) if flag.urgency in {"phone", "now"}),
        column="both",
    )


def _when(flag: Flag, matter: Matter) -> str:
    if flag.open_on(matter.period.last):
        return _("since {day}").format(day=short_day(flag.first))
    return days(flag.first, max(flag.first, flag.last))


def _said(flag: Flag) -> str:
    return phrases.sentence(
        (phrases.capital(one_line(flag.text)), _("Some of it was entered late.") if flag.late else "")
    )


def _done(flag: Flag, matter: Matter) -> str:
    told = [line for event in matter.diary.of_kind("flagmark") if flag.meets(event.body) and (line := _marked(event))]
    told += [_phoned(event) for event in matter.of_kind("call") if flag.meets(event.body.get("flag"))]
    if not told and flag.urgency in {"phone", "now"}:
        return _("No call noted yet") if flag.open_on(matter.period.last) else _("No call noted")
    return "; ".join(told)


def _marked(event: Event) -> str:
    name = MARK_NAMES.get(str(event.body.get("as")))
    return _(name).format(day=short_day(event.day)) if name else ""


def _phoned(event: Event) -> str:
    """Phoned 14 May, the ward: come in tomorrow."""
    said, *named = (one_line(event.body.get(key)) for key in ("said", "whom", "number"))
    whom = ", ".join(filter(None, named))
    call = _("Phoned {day}").format(day=short_day(event.day))
    if whom:
        call = _("{call}, {whom}").format(call=call, whom=whom)
    return _("{call}: {said}").format(call=call, said=said) if said else call


SECTION = Section("flags", 50, _build, N_("What the numbers show"))
