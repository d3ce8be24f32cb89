"""Whose paper it is, which days it covers, and what matters most to the person."""

from collections.abc import Iterator
from datetime import date

from symtrack.i18n import _, code, dated, short_day
from symtrack.report import phrases
from symtrack.report.blocks import Block, Head, Words
from symtrack.report.section import Matter, Section

LONGEST_NAME = 80
LONGEST_LINE = 180


def _build(matter: Matter) -> Iterator[Block]:
    who = [phrases.cut(matter.text("name"), LONGEST_NAME)]
    born, number = matter.text("birth-date"), phrases.cut(matter.text("hospital-number"), LONGEST_NAME)
    if born:
        who.append(_("born {day}").format(day=_written(born)))
    if number:
        who.append(_("hospital number {number}").format(number=number))
    name, *rest = who
    ahead = [event.day for event in matter.of_kind("visit") if event.day > matter.period.last]
    period = phrases.span(matter.period)
    if ahead:
        period = _("{period}, for the visit on {day}").format(period=period, day=short_day(ahead[0]))
    yield Head(
        title=_("Symptom summary"),
        name=name,
        lines=tuple(line for line in (", ".join(rest), period) if line),
        language=code(),
        day=matter.period.last,
    )
    if matters := phrases.cut(matter.text("matters"), LONGEST_LINE):
        yield Words(heading=_("What matters to me"), paragraphs=(matters,), column="left")


def _written(born: str) -> str:
    try:
        return dated(date.fromisoformat(born))
    except ValueError:
        return phrases.cut(born, LONGEST_NAME)


SECTION = Section("head", 10, _build)
