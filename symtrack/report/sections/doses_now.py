"""Doses when needed, on page one: how many in both periods, and the numbers before and after them."""

from collections.abc import Iterator

from symtrack.analysis.relief import Relief, relief
from symtrack.i18n import _, n_, number
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter, Section

MOST, LONGEST = 3, 60


def _build(matter: Matter) -> Iterator[Block]:
    now = {each.medicine: each for each in relief(matter.events, matter.windows.now)}
    before = {each.medicine: each.doses for each in relief(matter.events, matter.windows.before)}
    told = [_counted(name, now.get(name), before.get(name, 0), matter) for name in (*now, *(before.keys() - now))]
    if told:
        left = len(told) - MOST
        more = [n_("{n} more medicine follows.", "{n} more medicines follow.", left).format(n=left)] if left > 0 else []
        yield Words(heading=_("Doses when needed"), paragraphs=(*told[:MOST], *more))


def _counted(name: str, now: Relief | None, before: int, matter: Matter) -> str:
    doses = now.doses if now else 0
    said = n_(
        "{name}: {n} dose in the last {days} days, {before} before.",
        "{name}: {n} doses in the last {days} days, {before} before.",
        doses,
    ).format(name=phrases.cut(name, LONGEST), n=doses, before=before, days=len(matter.windows.now))
    return phrases.sentence((said, _helped(now) if now else ""))


def _helped(found: Relief) -> str:
    """The middles before and after, over the doses that have both; no word about what came from what."""
    if found.before is None or found.after is None:
        return ""
    many = len(found.falls)
    said = n_(
        "Score {before} → {after} (medians of {n} dose).",
        "Score {before} → {after} (medians of {n} doses).",
        many,
    ).format(before=number(found.before), after=number(found.after), n=many)
    if found.minutes is None:
        return said
    return n_(
        "Score {before} → {after} after {minutes} minutes (medians of {n} dose).",
        "Score {before} → {after} after {minutes} minutes (medians of {n} doses).",
        many,
    ).format(before=number(found.before), minutes=round(found.minutes), after=number(found.after), n=many)


SECTION = Section("doses-now", 52, _build)
