"""What the diary holds, as the window reads it: each time anew, for another program may have written into it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack.diary import asking, instrument, setting_keys, team
from symtrack.diary.instrument import Instrument, Item
from symtrack.diary.rows import Event, Rating, Row
from symtrack.diary.team import Contact, Ring
from symtrack.store import DiaryStore, draft

if TYPE_CHECKING:
    from symtrack.diary.period import Period
    from symtrack.diary.record import Diary
    from symtrack.report.orders import Told


class Reading:
    """The part of the journal that only reads."""

    _store: DiaryStore
    _diary: "Diary | None"

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def now(self) -> datetime:
        """The moment that the diary's clock shows."""
        return self._store.clock()

    @property
    def today(self) -> date:
        return self._store.today

    @property
    def settings(self) -> Mapping[str, object]:
        return self._store.settings()

    @property
    def person(self) -> str:
        """The name of the person whose diary it is; empty where none is given."""
        return str(self.settings.get("name") or "")

    @property
    def items(self) -> tuple[Item, ...]:
        """What is asked each day."""
        return asking.asked(self.settings)

    @property
    def instrument(self) -> Instrument:
        """Every question that the diary knows, the person's own among them."""
        return instrument.of(self.settings)

    @property
    def half_written(self) -> str:
        """What was half written when the window was last closed, as `keep_half_written` was given it."""
        return draft.kept(self._store)

    @property
    def mode(self) -> str:
        """What is asked at all: `normal`, `pause`, `comfort` or `finished`."""
        return setting_keys.mode(self.settings.get("mode"))

    @property
    def day_start(self) -> time:
        """The time at which the person's day begins."""
        return setting_keys.day_start(self.settings.get("day-start"))

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Who of the team was written down."""
        return team.contacts(self.settings.get("team"))

    @property
    def ring(self) -> Ring | None:
        """Whom to ring at this hour; None where nobody is known who answers."""
        return team.ring_now(self.settings, self.now)

    @property
    def can_undo(self) -> bool:
        return self._store.undoable

    def ratings(self, first: date, last: date) -> list[Rating]:
        """Everybody's ratings, moments too."""
        return self._store.ratings(first, last)

    def events(self) -> list[Event]:
        return self._store.events()

    def private_rows(self) -> int:
        """How many answers and events are marked as private."""
        return self._store.private_ratings() + sum(event.private for event in self.events())

    def abouts(self, *, private: bool) -> dict[str, str]:
        """The item of each answer that a note is about, by the id that the note names."""
        return self._store.abouts(private=private)

    def corrected(self, first: date, last: date, *, private: bool) -> tuple[date, ...]:
        """The days on which an answer took the place of a different one."""
        return self._store.corrected(first, last, private=private)

    @property
    def diary(self) -> "Diary":
        """The diary as arrays, read again after each change."""
        if self._diary is None:
            from symtrack.diary.record import Diary

            columns, events = self._store.columns(), self._store.events()
            self._diary = Diary.of(columns, events, until=self.today, settings=self.settings)
        return self._diary

    def diary_on_paper(self, *, private: bool = False) -> "Diary":
        """The diary without what is private, as though it had not been given; with it when `private`."""
        if private or not self.private_rows():
            return self.diary
        from symtrack.diary.record import Diary

        columns, events = self._store.columns(private=False), [each for each in self.events() if not each.private]
        return Diary.of(columns, events, until=self.today, settings=self.settings)

    def data(self, form: str) -> tuple[Iterator[str], int]:
        """The diary as a file of a format, `csv` or `json`, and how many events have no place in it."""
        from symtrack.exchange.format import writers

        known = writers()[form]
        return known.write(self._store, None, None), known.left_out(self._store, None, None)

    def bundle(self, told: "Told", period: "Period") -> tuple[Iterator[str], int]:
        """The diary for a hospital's system, with the paper of a period in it; how many events have no place there."""
        from symtrack.exchange.fhir import bundle
        from symtrack.exchange.fhir.summary import Paper

        paper = Paper(title=told.title, first=period.first, last=period.last, parts=told.parts, pdf=told.pdf)
        wanted = bundle.Wanted(paper=paper)
        return bundle.text(self._store, wanted), bundle.left_out(self._store, wanted).events

    def pack(self, paper: bytes, path: Path) -> None:
        """Puts all of the diary into one zip at the path, along with the paper; SymtrackError says why not."""
        from symtrack.exchange import everything
        from symtrack.store import outgoing

        outgoing.write(path, [everything.packed(self._store, paper)])

    @property
    def assisted(self) -> dict[str, int]:
        """On how many days somebody typed for the patient, by name."""
        return self._store.facts().assisted

    def versions(self, row: Row) -> list[Row]:
        """All that was said in the row's place, the first first."""
        return self._store.versions(row.id)
