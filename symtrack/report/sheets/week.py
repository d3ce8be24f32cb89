"""The blank week: the person's own questions, to be answered by pen, and typed into the week on Today later."""

from datetime import date, timedelta

from symtrack.diary.asking import asked
from symtrack.diary.instrument import LEAST, LETTERS, MOST, REASON_NAMES, Item
from symtrack.i18n import N_, _, days, weekday
from symtrack.report.blocks import Block, Grid, Line
from symtrack.report.sheet import Ground, Sheet, foot, head

WEEK = 7


def build(ground: Ground) -> tuple[Block, ...]:
    """Seven columns, in the order in which the week on Today is typed in."""
    first = ground.week if ground.week is None or (date.max - ground.week).days >= WEEK else None
    week = [first + timedelta(days=k) for k in range(WEEK)] if first else []
    return (
        head(ground, _("My week"), days(week[0], week[-1]) if week else _("Week beginning: ________________")),
        Grid(
            heading="",
            how=_(
                "Once a day, for the whole of that day: how was it at its worst? A number from 0 to 10. An empty box "
                "is fine too."
            ),
            across=_("Day"),
            columns=tuple(map(weekday, week)) or ("",) * WEEK,
            lines=(
                *(Line(name=_(item.name), hint=_ends(item)) for item in asked(ground.settings)),
                Line(name=_("Doses when needed"), hint=_("What, and at what time"), words=True),
                Line(name=_("A note"), words=True),
            ),
            key=_key(),
        ),
        foot(_("To type it in: Today, More, “Type in a week”. The boxes are in the same order there.")),
    )


def _ends(item: Item) -> str:
    return _("{least}: {low}\n{most}: {high}").format(least=LEAST, low=_(item.low), most=MOST, high=_(item.high))


def _key() -> str:
    letters = {reason: letter for letter, reason in LETTERS.items()}
    order = ("unwell", "asleep", "hospital", "declined")
    said = "   ".join(
        _("{letter} = {reason}").format(letter=letters[reason], reason=_(REASON_NAMES[reason])) for reason in order
    )
    return _("Or a letter instead of a number:   {letters}").format(letters=said)


SHEET = Sheet("week", 30, N_("Blank week"), build)
