"""Our own CSV: a row a day, in each voice, with a column for each item. `import` and `flags` take what `export` writes.

What has no place in such a table stays behind: who typed, what was corrected, and most of what an event holds.
"""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from symtrack.diary.check import check
from symtrack.diary.instrument import LETTERS, OWN, load
from symtrack.diary.rows import PATIENT, Event, Rating, Row
from symtrack.errors import InputError
from symtrack.exchange.day_lines import NAMED, PERSON, of_one
from symtrack.exchange.format import Own, Writer
from symtrack.exchange.formulas import guarded
from symtrack.exchange.source import Source
from symtrack.exchange.table import at, header_of, table
from symtrack.exchange.table_words import BETWEEN, word
from symtrack.i18n import N_
from symtrack.store import DiaryStore

STRICT, NEAR = frozenset({"by", "event", PERSON}), 0.75
_QUOTED = frozenset(',"\r\n')
_SPELT = {reason: letter for letter, reason in LETTERS.items()}
_Place = tuple[date, str, str]
"""The day, the time (empty for the day itself) and the voice of one row."""


def recognises(source: Source) -> bool:
    """Whether it is a table with a column `day` whose other columns are ours, one that is nearly so spelt included.

    A table with a column for a voice, a person or an event is never taken for any other: what it says would be lost.
    """
    names = header_of(source.head)
    if names is None:
        return False
    ours = [*NAMED, *(item.key for item in load().items)]
    return bool({*names} & STRICT) or all(
        name in ours or name.startswith(OWN) or get_close_matches(name, ours, n=1, cutoff=NEAR) for name in names
    )


def read(source: Source, today: date) -> tuple[Row, ...]:
    """The ratings and events of every row; InputError names the line that can't be taken."""
    found: list[Row] = []
    with source.open() as file, table(file) as sheet:
        for line in of_one(sheet):
            rows: list[Row] = [
                Rating(day=line.day, time=line.time, voice=line.voice, item=item, score=score, reason=reason)
                for item, (score, reason) in line.answers
            ]
            rows += line.events
            for row in rows:
                try:
                    check(row, today=today)
                except InputError as error:
                    raise at(line.line, error) from error
            found += rows
    return tuple(found)


def write(store: DiaryStore, first: date | None, last: date | None) -> Iterator[str]:
    """The table's lines, in order of day, time and voice, the patient's first."""
    first, last = first or date.min, last or date.max
    ratings = store.ratings(first, last)
    events = [event for event in store.events() if first <= event.day <= last]
    used = {rating.item for rating in ratings}
    known = [item.key for item in load().items if item.daily or item.key in used]
    items = [*known, *sorted(used - set(known))]
    cells: dict[_Place, dict[str, str]] = {}
    for rating in ratings:
        cells.setdefault(_place(rating), {})[rating.item] = _answer(rating)
    for event in events:
        _put(event, cells)
    yield _line(["day", "time", "by", *items, "event", "note"])
    for day, time, voice in sorted(cells, key=lambda place: (place[0], place[1], place[2] != PATIENT, place[2])):
        row = cells[day, time, voice]
        yield _line([day.isoformat(), time, voice, *(guarded(row.get(name, "")) for name in (*items, "event", "note"))])


def left_out(store: DiaryStore, first: date | None, last: date | None) -> int:
    """How many events of these days have no place in the table."""
    first, last = first or date.min, last or date.max
    return sum(
        first <= event.day <= last and event.kind not in {"note", "import"} and word(event) is None
        for event in store.events()
    )


def _put(event: Event, cells: dict[_Place, dict[str, str]]) -> None:
    """Adds the event's word, or the note's text, to its row; two notes of one row become two lines of one."""
    column, between, text = ("note", "\n", event.text) if event.kind == "note" else ("event", BETWEEN, word(event))
    if text:
        row = cells.setdefault(_place(event), {})
        row[column] = f"{row[column]}{between}{text}" if column in row else text


def _place(row: Rating | Event) -> _Place:
    return row.day, row.time or "", row.voice


def _answer(rating: Rating) -> str:
    return str(rating.score) if rating.reason is None else _SPELT[rating.reason]


def _line(cells: list[str]) -> str:
    """One line. csv.writer leaves a lone carriage return unquoted, and no reader takes that back."""
    quoted = ('"' + cell.replace('"', '""') + '"' if _QUOTED & set(cell) else cell for cell in cells)
    return ",".join(quoted) + "\n"


FORMAT = Own(
    key="csv",
    name=N_("symtrack’s own CSV"),
    recognises=recognises,
    read=read,
    writer=Writer(whole=False, write=write, left_out=left_out),
)
