"""What was said in a row's place before: a line for each change."""

from collections.abc import Sequence

from symtrack.diary.change_words import answer_changed, change, put_back
from symtrack.diary.instrument import Instrument
from symtrack.diary.rows import Row
from symtrack.store import uuid7


def changes(versions: Sequence[Row], known: Instrument) -> list[str]:
    """A line for each change, the newest first; `versions` are in the order of writing."""
    by_id = {version.id: version for version in versions}
    steps = [(by_id[now.replaces], now) for now in versions if now.replaces in by_id]
    return [_change(before, now, versions, known) for before, now in reversed(steps)]


def _change(before: Row, now: Row, versions: Sequence[Row], known: Instrument) -> str:
    """When a value came back, or was marked, its id says: the row keeps the moment at which it was first given."""
    back = before.withdrawn or put_back(now, [each for each in versions if each.id < now.id])
    return change(before, now, known, made=uuid7.made_at(now.id), back=back)


def corrected(versions: Sequence[Row]) -> bool:
    """Whether something else was ever said in the row's place; to mark it as private says nothing else."""
    by_id = {version.id: version for version in versions}
    return any(answer_changed(by_id[now.replaces], now) for now in versions if now.replaces in by_id)
