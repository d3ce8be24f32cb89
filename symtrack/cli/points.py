"""Flags as lines: of one diary, or of many people from a file, which may be larger than the memory."""

import json
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

import click

from symtrack.cli.many import for_each
from symtrack.cli.opening import opened
from symtrack.cli.words import urgency
from symtrack.diary.flag import Flag
from symtrack.diary.record import Diary
from symtrack.exchange import files
from symtrack.exchange.cohort import Person, people
from symtrack.i18n import _, dated
from symtrack.rules import evaluate

HELD = 16 * 2**20
"""So many bytes of output are held in memory before they go to a temporary file."""
LONG = 2**20
"""A file of so many bytes takes long enough to show how far it is."""
SILENT = 366
"""So many days after the last row nothing is open any more, and no rule raises anything."""

Point = tuple[str, Flag]
"""Whose point it is, empty in a diary; and the flag."""


def of_diary(path: Path, on: date | None, *, everything: bool) -> list[Point] | None:
    """The points of a diary, open on its last day or all of them; None when they are switched off."""
    with opened(path) as store:
        settings = store.settings()
        if settings.get("flags") == "off":
            return None
        columns, events = store.columns(), store.events()
        until = store.today if on is None else _end(on, [*columns.day, *(event.day.toordinal() for event in events)])
        events = [event for event in events if event.day <= until]
        return _points("", Diary.of(columns, events, until=until, settings=settings), everything=everything)


@contextmanager
def of_file(path: Path, on: date | None, *, everything: bool, as_json: bool) -> Iterator[Iterable[str]]:
    """The lines about everybody in the file, once all of it was read and nothing in it is wrong."""
    with SpooledTemporaryFile(HELD) as spool:
        lines = TextIOWrapper(spool, encoding="utf-8", newline="\n")
        work = partial(_of_person, on=on, everything=everything, as_json=as_json)
        with (  # What is interrupted is ended in order, each before the file that it reads.
            files.opened(path) as file,
            closing(people(file)) as found,
            closing(_watched(found, file)) as watched,
            closing(for_each(watched, work)) as told,
        ):
            lines.writelines(told)
        lines.seek(0)
        yield lines


def written(points: Sequence[Point], *, as_json: bool) -> Iterator[str]:
    """The points as JSON Lines, or as paragraphs for people."""
    for person, flag in points:
        yield (json.dumps(_shown(person, flag), ensure_ascii=False) if as_json else _paragraph(person, flag)) + "\n"


def _of_person(person: Person, *, on: date | None, everything: bool, as_json: bool) -> str:
    if on is not None and person.first > on:
        return ""
    until = None if on is None else _end(on, [line.day.toordinal() for line in person.lines])
    return "".join(written(_points(person.name, person.diary(until), everything=everything), as_json=as_json))


def _end(on: date, days: Iterable[int]) -> date:
    """The day `on`; or, where that is long after the last of these days, one on which everything is over as well."""
    return date.fromordinal(min(on.toordinal(), max(days, default=on.toordinal()) + SILENT))


def _points(person: str, diary: Diary, *, everything: bool) -> list[Point]:
    last = date.fromordinal(diary.until)
    return [(person, flag) for flag in evaluate(diary) if everything or flag.open_on(last)]


def _watched(found: Iterator[Person], file: BinaryIO) -> Generator[Person, None, None]:
    """The same people; on a terminal a bar shows how far into a long file they are."""
    size = file.seek(0, 2)
    if size < LONG or not sys.stderr.isatty():
        yield from found
        return
    with click.progressbar(length=size, label=_("Reading"), file=sys.stderr) as bar:
        for person in found:
            bar.update(file.tell() - bar.pos)
            yield person


def _shown(person: str, flag: Flag) -> dict[str, object]:
    return {
        "person": person,
        "voice": flag.voice,
        "rule": flag.rule,
        "kind": flag.kind,
        "items": list(flag.items),
        "urgency": flag.urgency,
        "raised": flag.raised.isoformat(),
        "first": flag.first.isoformat(),
        "last": flag.last.isoformat(),
        "shown": flag.shown,
        "closed": flag.closed.isoformat() if flag.closed else None,
        "quiet_until": flag.quiet_until.isoformat() if flag.quiet_until else None,
        "late": flag.late,
        "text": flag.text,
        "question": flag.question,
        "evidence": dict(flag.evidence),
    }


def _paragraph(person: str, flag: Flag) -> str:
    head = _("{day}, {urgency}").format(day=dated(flag.raised), urgency=urgency(flag.urgency))
    if flag.closed:
        head = _("{point}, until {day}").format(point=head, day=dated(flag.last))
    late = [_("Some of it was entered late.")] if flag.late else []
    return "\n  ".join(
        [
            f"{person}: {head}" if person else head,
            flag.text,
            *late,
            _("To ask: {question}").format(question=flag.question),
        ]
    )
