"""What the diary holds, as the window reads it: each time anew, for another program may have written into it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path

from symtrack.diary import asking, instrument, setting_keys, team
from symtrack.diary.instrument import Instrument, Item
from symtrack.diary.rows import Event, Rating, Row
from symtrack.diary.team import Ring
from symtrack.store import DiaryStore


class Reading:
    """The part of the journal that only reads."""

    _store: DiaryStore

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
    def items(self) -> tuple[Item, ...]:
        """What is asked each day."""
        return asking.asked(self.settings)

    @property
    def instrument(self) -> Instrument:
        """Every question that the diary knows, the person's own among them."""
        return instrument.of(self.settings)

    @property
    def mode(self) -> str:
        """What is asked at all: `normal`, `pause`, `comfort` or `finished`."""
        return setting_keys.mode(self.settings.get("mode"))

    @property
    def day_start(self) -> time:
        """The time at which the person's day begins."""
        return setting_keys.day_start(self.settings.get("day-start"))

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

    def data(self, form: str) -> tuple[Iterator[str], int]:
        """The diary as a file of a format, `csv`, `json` or `fhir`, and how many events have no place in it."""
        from symtrack.exchange.format import writers

        known = writers()[form]
        return known.write(self._store, None, None), known.left_out(self._store, None, None)

    @property
    def assisted(self) -> dict[str, int]:
        """On how many days somebody typed for the patient, by name."""
        return self._store.facts().assisted

    def versions(self, row: Row) -> list[Row]:
        """All that was said in the row's place, the first first."""
        return self._store.versions(row.id)
