"""All that was ever said about each day: what counts, and what was corrected, taken away or erased since."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from symtrack.cli.day_table import answer
from symtrack.diary import setting_keys
from symtrack.diary.day import day_of
from symtrack.diary.event_words import said
from symtrack.diary.instrument import Instrument
from symtrack.diary.rows import Event, Rating, Row, voice_name
from symtrack.i18n import _, clock, dated
from symtrack.store import DiaryStore
from symtrack.store.rows import row_of
from symtrack.store.uuid7 import made_at

Said = Rating | Event


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The rows of each day in the order of writing; every row by id; which row replaced a row; which are erased."""

    days: Mapping[date, tuple[Said, ...]]
    rows: Mapping[str, Said]
    replaced: Mapping[str, str]
    erased: frozenset[str]
    late: Mapping[str, int]

    @classmethod
    def of(cls, store: DiaryStore, first: date, last: date) -> Self:
        """The history of the days from `first` to `last`; days late are counted as for what counts."""
        tables = store.rows().tables
        rows: dict[str, Said] = {}
        for table in ("rating", "event"):
            for values in tables[table]:
                row = row_of(table, values)
                assert isinstance(row, Rating | Event)
                rows[row.id] = row
        days: dict[date, tuple[Said, ...]] = {}
        for row in sorted(rows.values(), key=lambda row: row.id):
            if first <= row.day <= last:
                days[row.day] = (*days.get(row.day, ()), row)
        imports = {row.action for row in rows.values() if isinstance(row, Event) and row.kind == "import"}
        day_start = setting_keys.day_start(store.settings().get("day-start"))
        return cls(
            days=days,
            rows=rows,
            replaced={row.replaces: row.id for row in sorted(rows.values(), key=lambda row: row.id) if row.replaces},
            erased=frozenset(str(redaction["target"]) for redaction in tables["redaction"]),
            late={
                row.id: 0 if row.action in imports else max(0, (day_of(_moment(row), day_start) - row.day).days)
                for row in rows.values()
            },
        )

    def more(self, row: Row) -> dict[str, object]:
        """What is told of a row beside what it says."""
        return {
            "recorded_at": row.recorded_at,
            "replaces": row.replaces,
            "replaced_by": self.replaced.get(row.id),
            "withdrawn": row.withdrawn,
        }

    def lines(self, day: date, known: Instrument) -> Iterator[str]:
        """A sentence for each change of what was said about the day; `known` are the diary's questions."""
        for row in self.days.get(day, ()):
            before = self.rows.get(row.replaces or "")
            if row.id in self.erased and row.id not in self.replaced:
                yield _("{what}: erased for good").format(what=_name(row, known))
            elif before is not None:
                sentence = (
                    _("{what}: taken away {moment}, by {who}: {before}")
                    if row.withdrawn
                    else _("{what}: changed {moment} from {before} to {after}, by {who}")
                )
                yield sentence.format(
                    what=_name(row, known),
                    moment=_when(row),
                    before=self._words(before, known),
                    after=self._words(row, known),
                    who=_who(row),
                )
            elif isinstance(row, Event) and row.kind == "import":
                yield _("{what}, {moment}").format(what=said(row, known), moment=_when(row))

    def _words(self, row: Said, known: Instrument) -> str:
        if row.id in self.erased:
            return _("something erased for good")
        if row.withdrawn:
            return _("nothing")
        return answer(row) if isinstance(row, Rating) else _("“{event}”").format(event=said(row, known))


def _name(row: Said, known: Instrument) -> str:
    """Pain 15:30; for an event what kind of thing it is."""
    if isinstance(row, Event):
        from symtrack.diary.event_kinds import KIND_NAMES

        return _(KIND_NAMES.get(row.kind, KIND_NAMES["other"]))
    name = _(known.item(row.item).name)
    return f"{name} {row.time}" if row.time else name


def _who(row: Said) -> str:
    if row.entered_by:
        return _("{name} for the patient").format(name=row.entered_by)
    return voice_name(row.voice) or _("the patient")


def _moment(row: Said) -> datetime:
    return datetime.fromisoformat(row.recorded_at)


def _when(row: Said) -> str:
    """The moment of the change: a value that an undo brought back has kept the moment at which it was first given."""
    moment = made_at(row.id)
    return f"{dated(moment.date())} {clock(moment)}"
