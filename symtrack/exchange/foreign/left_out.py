"""What is not brought in: counted by the reason, with the first places as examples."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from symtrack.i18n import _

EXAMPLES = 3
MOST_REASONS = 1000
LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """So many entries of a subject (empty: of the whole file) are left out, why, and the first of them."""

    subject: str
    why: str
    count: int
    examples: tuple[str, ...]


@dataclass(slots=True)
class Leaving:
    """Counts what is left out, in order of what came first."""

    _found: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    def add(self, subject: str, why: str, where: str, value: str = "", count: int = 1) -> None:
        if (subject, why) not in self._found and len(self._found) >= MOST_REASONS:
            subject, why = "", _("There are more reasons than can be named.")
        before, examples = self._found.get((subject, why), (0, ()))
        if len(examples) < EXAMPLES:
            examples = (*examples, shortened(f"{where}: {value}" if value else where))
        self._found[subject, why] = (before + count, examples)

    def extend(self, others: Iterable[LeftOut]) -> None:
        for other in others:
            self._found[other.subject, other.why] = (other.count, other.examples)

    def all(self) -> tuple[LeftOut, ...]:
        return tuple(
            LeftOut(subject=subject, why=why, count=count, examples=examples)
            for (subject, why), (count, examples) in self._found.items()
        )


def shortened(text: str) -> str:
    """The text on one line, and not longer than can be read."""
    line = " ".join(text[: 4 * LONGEST].split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
