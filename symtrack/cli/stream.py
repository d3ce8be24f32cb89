"""Entries as JSON Lines: each is acknowledged once it is durable, and a bad one does not stop the others."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from symtrack.cli import output
from symtrack.cli.entries import converted, of_object
from symtrack.cli.opening import opened
from symtrack.diary import strict_json
from symtrack.errors import InputError, SymtrackError
from symtrack.exchange import files
from symtrack.i18n import _


def add_lines(diary: Path, source: str) -> bool:
    """Adds each line of the file, or of standard input for `-`; whether all of them could be taken."""
    good = True
    with _opened(source) as lines, opened(diary, create=True) as store, store.stream():
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                entry = of_object(_object(line))
                day = entry.day or store.today
                ids = store.add(*entry.rows(day)).ids
            except InputError as error:
                good = False
                output.say(_("Line {line}: {sentence}").format(line=number, sentence=error))
            except SymtrackError as error:  # “Nothing was saved” is true of this line, and of none before it.
                raise SymtrackError(_("Line {line}: {sentence}").format(line=number, sentence=error)) from error
            else:
                output.saved({"saved": list(ids), "day": day.isoformat()})
                if sentence := converted(entry):
                    output.say(_("Line {line}: {sentence}").format(line=number, sentence=sentence))
    return good


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        yield sys.stdin.buffer
        return
    with files.opened(Path(source)) as file:
        yield file


def _object(line: bytes) -> dict[str, object]:
    found = strict_json.parse(line)
    if not isinstance(found, dict):
        raise InputError(_("One line is one JSON object, such as {example}.").format(example='{"pain": 7}'))
    return found
