"""One hostile file on its whole way into a diary: recognised, read, chosen of, tried, and now and then brought in."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from symtrack.diary import measures
from symtrack.errors import SymtrackError
from symtrack.exchange.foreign.choice import MEASURE, NEW, NOTE, OUT, Choice, Choices, Scale
from symtrack.exchange.foreign.entry import ROLES
from symtrack.exchange.foreign.reading import Reading, read_through
from symtrack.exchange.foreign.suggest import suggestions
from symtrack.exchange.foreign.survey import Seen
from symtrack.exchange.format import Foreign, Format, Own, recognised, writers
from symtrack.exchange.importing import Brought, bring_in, move_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore
from tests.torture.examples import NOON, Examples
from tests.torture.spoilt import noise, spoil

NOISE, REALLY = 0.03, 0.06
"""How many cases are no file of any format, and how many of those that can be brought in are."""
_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ROOM = 64
Bring = Callable[[DiaryStore, bool], Brought]


def made(examples: Examples, chance: Random) -> bytes:
    """A hostile file out of the examples, each format as often; the same for the same chance."""
    if chance.random() < NOISE:
        return noise(chance)
    return spoil(chance, chance.choice(examples[chance.choice(list(examples))]))


class Strangers:
    """Takes hostile files on their way. `place` is a folder for diaries."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._store = self._opened(place / "tried.symtrack")

    def close(self) -> None:
        self._store.close()

    def take(self, chance: Random, content: bytes) -> str:
        """The format that it was read as, or nothing where it was refused. AssertionError for what may not be."""
        try:
            source = self._source(chance, content)
            form = recognised(source)
            bring = self._bring(chance, form, source)
            tried = bring(self._store, True)
        except SymtrackError as error:
            said = str(error)
            assert said, "nothing was said"
            assert len(said.splitlines()) == 1, f"more than a sentence: {said!r}"
            return ""
        if any(tried.added.values()) and chance.random() < REALLY:
            self._really(bring, tried, form)
        return form.key

    def _source(self, chance: Random, content: bytes) -> Source:
        """In memory, or as a file on the disk."""
        if chance.random() < 0.9:
            return Source.of_bytes("given", content)
        path = self.place / "given"
        path.write_bytes(content)
        return Source.of_path(path)

    def _bring(self, chance: Random, form: Format, source: Source) -> Bring:
        if isinstance(form, Own):
            return lambda store, dry: bring_in(store, source, form, dry_run=dry)
        assert isinstance(form, Foreign)
        reading = read_through(form, source)
        columns = reading.survey.columns
        if columns is not None and chance.random() < 0.2:
            reading = read_through(form, source, {chance.choice(columns.names): chance.choice(ROLES)})
        choices = self._choices(chance, form, reading)
        return lambda store, dry: move_in(store, reading, choices, dry_run=dry)

    def _choices(self, chance: Random, form: Foreign, reading: Reading) -> Choices:
        """What is sure, or whatever anybody might say of each thing."""
        survey = reading.survey
        offers = suggestions(form, survey, self._store.settings())
        sure = Choices.of(offers, survey.orders)
        order = chance.choice(survey.orders)
        if chance.random() < 0.3:
            return sure.ordered(order)
        said = {subject: offer.choice for subject, offer in offers.items()}
        said |= {seen.subject: _any_choice(chance, seen) for seen in survey.subjects if chance.random() < 0.6}
        return Choices(by_subject=said, order=order)

    def _opened(self, path: Path) -> DiaryStore:
        return DiaryStore.open(path, create=True, clock=lambda: NOON + timedelta(days=1))

    def _really(self, bring: Bring, tried: Brought, form: Format) -> None:
        """Brings it into a new diary: as many rows as was told, nothing wrong, out and in again, and all taken back."""
        path = self.place / "brought.symtrack"
        path.unlink(missing_ok=True)
        with self._opened(path) as store:
            brought = bring(store, False)
            assert brought.added == tried.added, f"told {tried.added}, brought {brought.added}"
            assert not store.findings(), store.findings()
            _comes_back(store, self.place / "again.symtrack")
            _is_safe_in_a_spreadsheet(store)
            if form.key != "json":
                assert store.undo(), "nothing to undo"
                left = (*store.ratings(date.min, date.max), *store.events(), *store.settings())
                assert not left, f"left after undo: {left}"
        path.unlink()


def _any_choice(chance: Random, seen: Seen) -> Choice:
    target = chance.choice((OUT, NOTE, NEW, "pain", "low_mood", *(MEASURE + kind for kind in measures.KINDS)))
    low = chance.choice((0, 0, 1, -5, 100))
    words = {word: chance.choice((None, 0, 10)) for word in seen.words if chance.random() < 0.5}
    kind = measures.KINDS.get(target.removeprefix(MEASURE))
    unit = chance.choice(kind.units).key if kind and kind.units else ""
    scale = Scale.of(low, low + chance.choice((1, 4, 10, 10**9)), better=chance.random() < 0.5)
    return Choice(target=target, scale=scale, words=words, unit=unit, name=chance.choice(("", "x", seen.subject)))


def _comes_back(store: DiaryStore, path: Path) -> None:
    """The JSON of the diary, read into another one, gives the same JSON; and every other format can be written."""
    written = {key: "".join(writer.write(store, None, None)) for key, writer in writers().items()}
    source = Source.of_bytes("again", written["json"].encode())
    form = recognised(source)
    assert isinstance(form, Own)
    with DiaryStore.open(path, create=True, clock=lambda: NOON + timedelta(days=1)) as other:
        bring_in(other, source, form)
        assert "".join(writers()["json"].write(other, None, None)) == written["json"], "the JSON differs"
    path.unlink()


def _is_safe_in_a_spreadsheet(store: DiaryStore) -> None:
    text = "".join(writers()["csv"].write(store, None, None))
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            assert not cell.strip(" ").startswith(_SIGNS), f"a spreadsheet would run {cell[:_ROOM]!r}"
