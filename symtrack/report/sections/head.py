"""Whose paper it is, which days it covers, how complete they are, and who answered."""

from collections.abc import Iterator
from datetime import date

from symtrack.analysis.completeness import completeness, covered
from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import _, code, dated, n_, short_day
from symtrack.report import phrases
from symtrack.report.blocks import Block, Head
from symtrack.report.section import Matter, Section

LONGEST_NAME = 80
MOST_VOICES, LONGEST_VOICE = 2, 24


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
        lines=tuple(line for line in (", ".join(rest), period, _complete(matter)) if line),
        language=code(),
        day=matter.period.last,
    )


def _complete(matter: Matter) -> str:
    """52 of 60 days with an answer; 4 too unwell to answer; 6 typed by Anna; Anna’s own view on 9."""
    part = covered(matter.diary, matter.period)
    if part is None:
        return _("no answers")
    own = completeness(matter.diary, PATIENT, part)
    unwell = sum(matter.reasons.get(day) == "unwell" for day in own.declined)
    told = [
        n_("{n} of {days} day with an answer", "{n} of {days} days with an answer", len(part)).format(
            n=len(own.answered), days=len(part)
        )
    ]
    if unwell:
        told.append(_("{n} too unwell to answer").format(n=unwell))
    told += [
        _("{n} typed by {name}").format(n=days, name=phrases.cut(name, LONGEST_VOICE))
        for name, days in list(matter.assisted.items())[:MOST_VOICES]
    ]
    for voice in matter.caregivers(matter.period)[:MOST_VOICES]:
        days = len(completeness(matter.diary, voice, part).answered)
        told.append(_("{n} by {name}, own view").format(name=phrases.cut(voice_name(voice), LONGEST_VOICE), n=days))
    return "; ".join(part.replace(" ", "\u00a0") for part in told)


def _written(born: str) -> str:
    try:
        return dated(date.fromisoformat(born))
    except ValueError:
        return phrases.cut(born, LONGEST_NAME)


SECTION = Section("head", 10, _build)
