"""Files of other apps for tests: what they hold is written in the test, and goes the way that a person's file goes."""

from pathlib import Path

from symtrack.exchange.foreign.choice import Choices
from symtrack.exchange.foreign.reading import Reading, read_through
from symtrack.exchange.foreign.suggest import suggestions
from symtrack.exchange.format import Foreign, recognised
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


def sure(content: str | bytes | Path) -> tuple[Reading, Choices]:
    """The file, and what is sure of it in a diary where nothing was set."""
    given = source(content)
    form = recognised(given)
    assert isinstance(form, Foreign)
    reading = read_through(form, given)
    return reading, Choices.of(suggestions(form, reading.survey, {}), reading.survey.orders)


def bring(store: DiaryStore, content: str | bytes | Path) -> Brought:
    """Brings in what is sure."""
    return move_in(store, *sure(content))
