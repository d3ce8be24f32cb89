"""Doses when needed: how many, and the scores before and after, as they were noted."""

from collections.abc import Iterator, Sequence
from statistics import median

from symtrack.diary.doses import when_needed
from symtrack.diary.event_words import one_line
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _, n_, number
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    taken: dict[str, list[Event]] = {}
    for event in matter.of_kind("dose"):
        if when_needed(event):
            taken.setdefault(one_line(str(event.body.get("medicine"))), []).append(event)
    told = tuple(line for name, doses in sorted(taken.items()) if (line := _counted(name, doses, matter)))
    if told:
        yield Words(heading=_("Doses when needed"), paragraphs=told)


def _counted(name: str, doses: Sequence[Event], matter: Matter) -> str:
    now = [event for event in doses if event.day in matter.windows.now]
    before = [event for event in doses if event.day in matter.windows.before]
    if not now and not before:
        return ""
    said = n_(
        "{name}: {n} dose in the last {days} days, {before} in the {days} before.",
        "{name}: {n} doses in the last {days} days, {before} in the {days} before.",
        len(now),
    ).format(name=name, n=len(now), before=len(before), days=len(matter.windows.now))
    return phrases.sentence((said, _helped(now)))


def _helped(doses: Sequence[Event]) -> str:
    """The medians before and after, over the doses that have both; no word about what caused what."""
    pairs = [
        (before, after, event.body.get("after_minutes"))
        for event in doses
        if isinstance(before := event.body.get("before"), int) and isinstance(after := event.body.get("after"), int)
    ]
    if not pairs:
        return ""
    said = n_(
        "Score before {before}, after {after} (medians of {n} dose).",
        "Score before {before}, after {after} (medians of {n} doses).",
        len(pairs),
    ).format(
        before=number(median(before for before, _after, _minutes in pairs)),
        after=number(median(after for _before, after, _minutes in pairs)),
        n=len(pairs),
    )
    minutes = [passed for _before, _after, passed in pairs if isinstance(passed, int)]
    if len(minutes) < len(pairs):
        return said
    n = round(median(minutes))
    later = n_("Asked again {n} minute later (median).", "Asked again {n} minutes later (median).", n).format(n=n)
    return f"{said} {later}"


SECTION = Section("doses", 80, _build, N_("Doses when needed"))
