"""A foreign file on the command line: what --map and --days say, and what is told of it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from symtrack.cli import options, output
from symtrack.diary import instrument
from symtrack.errors import InputError
from symtrack.exchange.foreign import map_words, written
from symtrack.exchange.foreign.choice import OUT, Choice, Choices, Scale, shown
from symtrack.exchange.foreign.left_out import LeftOut
from symtrack.exchange.foreign.reading import read_through
from symtrack.exchange.foreign.suggest import strange, suggestions
from symtrack.exchange.foreign.survey import Seen
from symtrack.exchange.format import Foreign, Format
from symtrack.exchange.importing import Brought, move_in
from symtrack.exchange.source import Source
from symtrack.i18n import _, n_, quoted
from symtrack.store import DiaryStore

LONG = 10 << 20
EXAMPLES, SENTENCES, SHOWN = 2, 5, 20


class Asked:
    """A foreign file that was read, and what the person asked to be made of it."""

    def __init__(self, form: Format, source: Source, mapped: tuple[str, ...], order: str) -> None:
        if not isinstance(form, Foreign):
            raise InputError(_("“{key}” can’t be brought in.").format(key=form.key))
        self._form, self._mapped = form, mapped
        self._order = options.one_of("--days", written.ORDERS)(order) if order else ""
        roles = map_words.roles(mapped)
        with _watched(source):
            self.reading = read_through(form, source, roles)
        if roles and self.reading.survey.columns is None:
            raise InputError(_("“{name}” has no columns.").format(name=source.name))
        self._choices = Choices(by_subject={})
        self._strange = False
        self._offered: dict[str, tuple[str, ...]] = {}

    def bring(self, store: DiaryStore, *, dry_run: bool) -> Brought:
        """Brings it in, or only tells what it would add."""
        survey, settings = self.reading.survey, store.settings()
        offers = suggestions(self._form, survey, settings, store.events())
        self._strange = strange(offers)
        choices = Choices.of(offers, survey.orders)
        choices = map_words.chosen(choices, self._mapped, survey, instrument.of(settings))
        self._offered = {
            subject: map_words.spelt(subject, offer.choice)
            for subject, offer in offers.items()
            if not offer.sure and offer.choice.target != OUT and choices.by_subject[subject].target == OUT
        }
        if survey.asks_order and not self._order:
            raise InputError(
                _("In {days} nobody can tell the day from the month. Please give --days {orders}.").format(
                    days=", ".join(quoted(day) for day in survey.days), orders="/".join(survey.orders)
                )
            )
        self._choices = choices.ordered(self._order) if survey.asks_order else choices
        return move_in(store, self.reading, self._choices, dry_run=dry_run)

    def told(self, brought: Brought) -> dict[str, object]:
        """The counts, for programs."""
        became = brought.became
        assert became is not None
        return {
            "read": became.read,
            "taken": {subject: n for subject, n in became.taken.items() if n},
            "items": dict(became.items),
            "left_out": [
                {"subject": each.subject, "why": each.why, "count": each.count, "examples": list(each.examples)}
                for each in became.left_out
            ],
            "offered": self._offered,
            "mapping": {
                subject: choice.as_json()
                for subject, choice in self._choices.by_subject.items()
                if choice.target != OUT
            },
            "first": became.days[0].isoformat() if became.days else None,
            "last": became.days[1].isoformat() if became.days else None,
            "evening_before": became.early,
            "sample": [
                {
                    "where": each.where,
                    "day": each.day.isoformat(),
                    "time": each.time,
                    "subject": each.subject,
                    "was": each.was,
                    "becomes": each.becomes,
                }
                for each in became.samples
            ],
            "questions": [setting.key.removeprefix("item.") for setting in became.settings],
        }

    def say(self, brought: Brought, *, dry_run: bool) -> None:
        """The same for people; of a trial run also some of the entries, and what each becomes."""
        became = brought.became
        assert became is not None
        for remark in self.reading.survey.remarks:
            output.say(remark)
        for subject, choice in self._choices.by_subject.items():
            if choice.target != OUT:
                for sentence in _said(choice, self.reading.survey.subject(subject) or Seen(subject=subject, entries=0)):
                    output.say(sentence)
        for sample in became.samples[:SHOWN] if dry_run else ():
            becomes = sample.becomes or _("left out")
            output.say(
                " ".join(
                    filter(None, (f"{sample.day}", sample.time, f"{quoted(sample.subject)} {sample.was} → {becomes}"))
                )
            )
        self._say_left_out(became.left_out)
        if became.early:
            output.say(
                n_(
                    "{n} entry after midnight belongs to the evening before.",
                    "{n} entries after midnight belong to the evening before.",
                    became.early,
                ).format(n=became.early)
            )

    def _say_left_out(self, left_out: Sequence[LeftOut]) -> None:
        """What is left out and why, and what can be said of it."""
        for each in left_out[:SHOWN]:
            about = f"{each.subject}: " if each.subject else ""
            count = n_("{n} left out", "{n} left out", each.count).format(n=each.count)
            output.say(f"{about}{each.why} {count} ({'; '.join(each.examples[:EXAMPLES])})")
        if more := sum(each.count for each in left_out[SHOWN:]):
            output.say(n_("And {n} more is left out.", "And {n} more are left out.", more).format(n=more))
        if self._strange:
            output.say(_("Nothing in the file is called like anything that a diary here knows."))
        offered = [each for offer in self._offered.values() for each in offer]
        if offered:
            output.say(
                _("If you know what these are, say so, such as {examples}.").format(
                    examples=", ".join(f"--map “{offer}”" for offer in offered[:SENTENCES])
                )
            )


@contextmanager
def _watched(source: Source) -> Iterator[None]:
    """Within it, on a terminal, a bar shows how far into a long file the reading is."""
    with ExitStack() as shown:
        bars: list[Any] = []  # click does not say of which type its bars are.

        def tell(read: int, size: int) -> None:
            if size < LONG:
                return
            if not bars:
                bars.append(shown.enter_context(click.progressbar(length=size, label=_("Reading"), file=sys.stderr)))
            bars[0].length = size
            bars[0].update(read - bars[0].pos)

        if sys.stderr.isatty():
            source.watch(tell)
        yield


def _said(choice: Choice, seen: Seen) -> Iterator[str]:
    """What becomes of the subject: a stretched or turned scale is said, and each word."""
    said = {"subject": seen.subject, "target": choice.target}
    if not choice.scored:
        yield _("“{subject}” becomes “{target}”.").format(**said)
    elif seen.numbers or not choice.words:
        said |= {"low": shown(choice.scale.low), "high": shown(choice.scale.high)}
        yield _numbers(choice.scale, whole=seen.whole).format(**said)
    if choice.words:
        words = (f"{quoted(word)} {_('left out') if score is None else score}" for word, score in choice.words.items())
        yield _("“{subject}” becomes “{target}”: {words}.").format(**said, words=", ".join(words))


def _numbers(scale: Scale, *, whole: bool) -> str:
    if scale.better:
        return _("“{subject}” becomes “{target}”: {low} to {high}, where higher is better, is turned round to 10 to 0.")
    if not scale.as_it_is:
        return _("“{subject}” becomes “{target}”: {low} to {high} is stretched to 0 to 10.")
    if whole:
        return _("“{subject}” becomes “{target}”: the numbers stay as they are.")
    return _("“{subject}” becomes “{target}”: the numbers are rounded, a half goes up.")
