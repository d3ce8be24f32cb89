"""All that was ever said about each day: what counts, and what was corrected, taken away or erased since."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from symtrack.diary import setting_keys
from symtrack.diary.change_words import change, moment, put_back, when, who
from symtrack.diary.day import day_of
from symtrack.diary.event_words import said
from symtrack.diary.instrument import Instrument, short_answer
from symtrack.diary.rows import Event, Rating, Row
from symtrack.i18n import _
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
        imports = {row.recorded_at for row in rows.values() if isinstance(row, Event) and row.kind == "import"}
        day_start = setting_keys.day_start(store.settings().get("day-start"))
        return cls(
            days=days,
            rows=rows,
            replaced={row.replaces: row.id for row in sorted(rows.values(), key=lambda row: row.id) if row.replaces},
            erased=frozenset(str(redaction["target"]) for redaction in tables["redaction"]),
            late={
                row.id: 0 if row.recorded_at in imports else max(0, (day_of(_moment(row), day_start) - row.day).days)
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
                what = self._said(before, known) if row.withdrawn else _name(row, known)
                yield _("{what}: {change}").format(what=what, change=self._change(before, row, known))
            elif isinstance(row, Event) and row.kind == "import":
                yield _("{what}, {moment}").format(what=said(row, known), moment=when(made_at(row.id), row))

    def _change(self, before: Said, row: Said, known: Instrument) -> str:
        if {before.id, row.id} & self.erased:
            return _("changed {when}, by {who}").format(when=moment(row), who=who(row))
        back = before.withdrawn or put_back(row, self._earlier(row))
        return change(before, row, known, made=made_at(row.id), back=back)

    def _earlier(self, row: Said) -> Iterator[Said]:
        """All that was said in the row's place before, the latest first."""
        before = self.rows.get(row.replaces or "")
        while before is not None and before.id < row.id:  # A row of a strange file may replace itself.
            yield before
            row, before = before, self.rows.get(before.replaces or "")

    def _said(self, row: Said, known: Instrument) -> str:
        """What the row says; of an erased one only what it was."""
        if row.id in self.erased:
            return _name(row, known)
        if isinstance(row, Event):
            return said(row, known)
        if row.reason:
            return _("{item}: {reason}").format(item=_name(row, known), reason=short_answer(row.answer))
        return _("{item} {score}").format(item=_name(row, known), score=row.score)


def _name(row: Said, known: Instrument) -> str:
    """Pain 15:30; for an event what kind of thing it is."""
    if isinstance(row, Event):
        from symtrack.diary.event_kinds import KIND_NAMES

        return _(KIND_NAMES.get(row.kind, KIND_NAMES["other"]))
    name = _(known.item(row.item).name)
    return f"{name} {row.time}" if row.time else name


def _moment(row: Said) -> datetime:
    return datetime.fromisoformat(row.recorded_at)
