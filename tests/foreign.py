"""Files of other apps for tests: what they hold is written in the test, and goes the way that a person's file goes."""

from pathlib import Path

from symtrack.exchange.foreign.choice import Choices
from symtrack.exchange.foreign.reading import Reading, read_through
from symtrack.exchange.foreign.suggest import suggestions
from symtrack.exchange.format import Foreign, named, recognised
from symtrack.exchange.importing import Brought, move_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore

FILES = Path(__file__).parent / "data" / "foreign"


def source(content: str | bytes | Path) -> Source:
    """A file of that content, or the file or folder at a path."""
    if isinstance(content, Path):
        return Source.of_path(content)
    return Source.of_bytes("given", content.encode() if isinstance(content, str) else content)


def read(content: str | bytes | Path, **roles: str) -> Reading:
    """The file, recognised and read through."""
    given = source(content)
    form = recognised(given)
    assert isinstance(form, Foreign)
    return read_through(form, given, roles)


def sure(content: str | bytes | Path, store: DiaryStore | None = None) -> tuple[Reading, Choices]:
    """The file, and what is sure of it in the diary, or in one where nothing was set."""
    reading = read(content)
    form = named(reading.form)
    assert isinstance(form, Foreign)
    settings = store.settings() if store else {}
    offers = suggestions(form, reading.survey, settings, store.events() if store else ())
    return reading, Choices.of(offers, reading.survey.orders)


def bring(store: DiaryStore, content: str | bytes | Path) -> Brought:
    """Brings in what is sure."""
    return move_in(store, *sure(content, store))
