"""What the page says of a file: how many entries, from when, what comes in and what stays out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from symtrack.diary import asking, measures
from symtrack.exchange.foreign.becoming import Became, Sample
from symtrack.exchange.foreign.choice import MEASURE, NEW, NOTE, OUT
from symtrack.exchange.foreign.left_out import LeftOut
from symtrack.exchange.foreign.survey import Seen
from symtrack.exchange.importing import Brought
from symtrack.i18n import _, clock_at, dated, days, n_, number, quoted

EXAMPLES = 2
MOST_WORDS = 6


def targets(settings: Mapping[str, object]) -> dict[str, str]:
    """All that a subject can become, in words, by the keys of a Choice."""
    return {
        OUT: _("Nothing: it stays out"),
        **{item.key: _(item.name) for item in asking.offered(settings)},
        NEW: _("A new question of your own"),
        **{MEASURE + kind.key: _(kind.name) for kind in measures.KINDS.values()},
        NOTE: _("A note"),
    }


def seen_words(seen: Seen) -> str:
    """How often it is there, from which number to which, and when."""
    said = [n_("{n} entry", "{n} entries", seen.entries).format(n=seen.entries)]
    if seen.lowest is not None and seen.highest is not None:
        low, high = number(float(seen.lowest), decimals=2), number(float(seen.highest), decimals=2)
        said.append(
            _("only {n}").format(n=low) if low == high else _("from {low} to {high}").format(low=low, high=high)
        )
    words = [quoted(word) for word in seen.words[:MOST_WORDS]]
    if words:
        said.append(", ".join(words) + (" …" if len(seen.words) > MOST_WORDS or seen.more else ""))
    if seen.first and seen.last:
        said.append(span(seen.first, seen.last))
    return " · ".join(said)


def span(first: date, last: date) -> str:
    return days(first, last, year=True)


def came(brought: Brought, *, undone: bool) -> tuple[str, ...]:
    """How much came in, for which days, and how it can be `undone` where it can."""
    ratings, events = brought.added.get("ratings", 0), brought.added.get("events", 0)
    said = [
        n_("{n} score", "{n} scores", ratings).format(n=ratings),
        n_("{n} note or measurement", "{n} notes or measurements", events).format(n=events),
    ]
    if brought.became is not None and brought.became.days:
        said.append(span(*brought.became.days))
    back = _("One press on “Take it all back”, or Ctrl+Z, takes all of it back.")
    return (" · ".join(said), *([back] if undone else []))


def counts(brought: Brought) -> tuple[str, ...]:
    """What comes in, what is there already, and what stays out, a sentence each."""
    became = brought.became
    ratings, events = brought.added.get("ratings", 0), brought.added.get("events", 0)
    said = [
        _("{scores} and {others} come in.").format(
            scores=n_("{n} score", "{n} scores", ratings).format(n=ratings),
            others=n_("{n} note or measurement", "{n} notes or measurements", events).format(n=events),
        )
    ]
    if brought.same:
        said.append(
            n_("{n} is in the diary already.", "{n} are in the diary already.", brought.same).format(n=brought.same)
        )
    said.extend(brought.kept[:EXAMPLES])
    if len(brought.kept) > EXAMPLES:
        more = len(brought.kept) - EXAMPLES
        said.append(
            n_("So it is with {n} more: yours stays.", "So it is with {n} more: yours stay.", more).format(n=more)
        )
    if became is not None:
        said.extend(_of_all(became))
    return tuple(said)


def waiting(subjects: Sequence[str]) -> str:
    """What could come in too, once it is said what it is."""
    named = ", ".join(quoted(subject) for subject in subjects[:MOST_WORDS]) + (
        " …" if len(subjects) > MOST_WORDS else ""
    )
    return n_(
        "{things} can come in too: say below what it is.",
        "{things} can come in too: say below what they are.",
        len(subjects),
    ).format(things=named)


def _of_all(became: Became) -> Iterable[str]:
    out = sum(each.count for each in became.left_out)
    if out:
        yield n_("{n} of {all} entries stays out.", "{n} of {all} entries stay out.", out).format(
            n=out, all=became.read
        )
    if became.early:
        yield n_(
            "{n} entry after midnight belongs to the evening before.",
            "{n} entries after midnight belong to the evening before.",
            became.early,
        ).format(n=became.early)


def left_out(each: LeftOut) -> str:
    """How many stay out and why, with the first places."""
    count = n_("{n} stays out", "{n} stay out", each.count).format(n=each.count)
    return _("{count}. {why} ({examples})").format(
        count=count, why=each.why, examples="; ".join(each.examples[:EXAMPLES])
    )


def sample(each: Sample) -> str:
    """One entry as it was there, and what it becomes."""
    when = f"{dated(each.day)}, {clock_at(each.time)}" if each.time else dated(each.day)
    became = each.becomes or _("stays out")
    return _("{when}: {was} → {becomes}").format(when=when, was=each.was, becomes=became)
