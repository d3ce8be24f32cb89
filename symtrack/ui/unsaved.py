"""What the person entered and the diary could not take: kept until it is saved, here or in another place."""

from pathlib import Path

from symtrack.diary.rows import Rating, Row, Setting


class Unsaved:
    """Each row once, however often it was tried; of an answer or a setting, the last one given."""

    def __init__(self) -> None:
        self._rows: dict[tuple[object, ...], Row] = {}
        self._place: Path | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows.values())

    @property
    def place(self) -> Path | None:
        """The file in which all of it is kept; None while something of it is nowhere."""
        return self._place

    def note(self, *rows: Row) -> None:
        """These could not be saved."""
        for row in rows:
            key = _key(row)
            if self._rows.get(key) != row:
                self._rows[key] = row
                self._place = None

    def kept_at(self, place: Path) -> None:
        """All of it is in a file at `place` now."""
        self._place = place

    def clear(self) -> None:
        self._rows, self._place = {}, None


def _key(row: Row) -> tuple[object, ...]:
    if isinstance(row, Rating):
        return row.place
    if isinstance(row, Setting):
        return (row.key,)
    return (repr(row),)
