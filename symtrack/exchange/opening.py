"""Opening a file that is to be brought in: what kind it is, and all that it says, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from symtrack.exchange.foreign.reading import Reading, read_through
from symtrack.exchange.format import Foreign, named, recognised
from symtrack.exchange.source import Source


@dataclass(frozen=True, slots=True)
class Opened:
    """The file at the path and the key of its format. `reading` is what another app's file says; None for our own."""

    path: Path
    form: str
    reading: Reading | None

    @property
    def name(self) -> str:
        """The name of the format, in the source language."""
        return named(self.form).name


@dataclass(frozen=True, slots=True)
class Opening:
    """Reads the file or folder when it is called; InputError when it is none that can be brought in.

    It can take long for a file of gigabytes, and can be sent to another process. `roles` are those of a table's
    columns.
    """

    path: Path
    roles: Mapping[str, str] = field(default_factory=dict)

    def __call__(self) -> Opened:
        source = Source.of_path(self.path)
        form = recognised(source)
        reading = read_through(form, source, self.roles) if isinstance(form, Foreign) else None
        return Opened(self.path, form.key, reading)
