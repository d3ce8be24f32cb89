"""What deserves a conversation: one pattern, one module, one `RULE`.

A rule says on which days its criterion is met, and what it rests on at one of them. Everything else is the same for
all rules and lives here: days become flags, flags close and fall silent, marks put them off the screen.
"""

import gc
import math
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from operator import attrgetter

import numpy as np

from symtrack.analysis.compare import Compared, compared
from symtrack.analysis.runs import runs
from symtrack.analysis.window import trailing_mean
from symtrack.diary.flag import Flag, Kind, Mark, Shown, Urgency, of_medicine
from symtrack.diary.instrument import Instrument
from symtrack.diary.record import Bools, Diary, Floats, Ints, Series
from symtrack.diary.rows import LATE, Event, voice_name
from symtrack.i18n import _, days, number
from symtrack.registry import collect

HOLD = 7
"""A flag goes on while its criterion was met at least once in the 7 days before."""
QUIET = 14
"""For this many days after a flag has closed, was talked about, or “my team knows”, it stays silent …"""
WORSE = 2
"""… unless it is this many points worse."""
LATER: Mapping[Urgency, int] = {"now": 1, "phone": 1, "visit": 7, "none": 7}
"""“Later” brings a point back after this many days: tomorrow, or in a week."""
NO_ITEM = ""
"""What a rule looks at that is no item: a weight, a dose, a tick."""
_PRESSING: Sequence[Urgency] = ("none", "visit", "phone", "now")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a criterion rests on at one day.

    `numbers` are those that the rule's text quotes, by the names of its fields. `spans` are (first, last) as places in
    the diary's days, also by field: `when` is what the flag speaks of, any other is what that is compared with. `names`
    are the person's own words in the text: a medicine, a line of the team's list. `began` is the place of the day on
    which what the text tells began, where that can be another one than on the day on which the flag was raised.
    """

    numbers: Mapping[str, float]
    spans: Mapping[str, tuple[int, int]]
    names: Mapping[str, str] = field(default_factory=dict)
    began: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finding:
    """Where a rule's criterion is met for these items in one voice.

    `met` is (days,). `level` is (items, days): the points by which “2 points worse” is judged, of any one of the
    items. `evidence` tells what the criterion rests on at a day on which it is met, from that day and earlier ones.
    """

    items: tuple[str, ...]
    voice: str
    met: Bools
    level: Floats
    late: Ints
    evidence: Callable[[int], Evidence]


def of_series(series: Series, *, met: Bools, level: Floats, evidence: Callable[[int], Evidence]) -> Finding:
    """A finding about one item in one voice; `level` is (days,)."""
    return Finding(
        items=(series.item,),
        voice=series.voice,
        met=met,
        level=level[np.newaxis],
        late=np.where(series.answered, series.late, 0),
        evidence=evidence,
    )


def from_usual(diary: Diary, items: Container[str], wanted: Callable[[Compared], bool]) -> Iterator[Finding]:
    """Where an item's days differ from the usual before them: the changes that are `wanted`, of one direction."""
    for series in diary.series.values():
        found = [each for each in compared(series, diary) if wanted(each)] if series.item in items else []
        if found:
            yield _of_changes(series, found)


def _of_changes(series: Series, found: Sequence[Compared]) -> Finding:
    of_day = {day: each for each in found for day in each.told().tolist()}

    def evidence(day: int) -> Evidence:
        after, before = of_day[day].after(day), of_day[day].before()
        return Evidence(
            numbers={"after": after.mean, "days": after.days, "before": before.mean, "days_before": before.days},
            spans={"when": after.span, "when_before": before.span},
            began=after.span[0],
        )

    mean = trailing_mean(series.scores, HOLD)
    return of_series(
        series,
        met=np.isin(np.arange(len(mean)), list(of_day)),
        level=mean if found[0].change.up else -mean,
        evidence=evidence,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One pattern worth a conversation. Sentences are in the source language: `_()` them to show.

    `urgency` has an entry for each item that the rule looks at, or one for `NO_ITEM`. `short` is the criterion in at
    most 36 letters, for which page one has room. `text` and `question` have named fields: those of `Evidence`, and
    `{item}`, `{phrase}`, `{other}`, the items' own words. `source` names the paper, and says what is our own judgement.
    `numbers` says what each number of its `Evidence` is that no other rule has, with `{n}` for it; the window knows the
    usual ones. `check` must be causal: what it finds on a day depends on that day and earlier ones alone.
    """

    key: str
    kind: Kind
    urgency: Mapping[str, Urgency]
    shown: Shown
    criterion: str
    short: str
    text: str
    question: str
    source: str
    check: Callable[[Diary], Iterable[Finding]]
    numbers: Mapping[str, str] = field(default_factory=dict)


@cache
def every_rule() -> tuple[Rule, ...]:
    """All the rules that there are, in order of their modules' names."""
    return collect("symtrack.rules", "RULE", Rule)


def evaluate(diary: Diary, *, rules: Iterable[Rule] | None = None) -> tuple[Flag, ...]:
    """All flags of the diary's whole history, in order of raised, rule, items, voice, in the current language.

    `raised`, `first`, rule and items of a flag rest on the days up to `raised` alone. `text` and `evidence` speak of
    the last day on which the criterion was met so far, so that a point that goes on says how it is now.
    """
    return in_order(flag for found in by_rule(diary, rules=rules) for flag in found)


def by_rule(diary: Diary, *, rules: Iterable[Rule] | None = None) -> Iterator[list[Flag]]:
    """The same flags, those of one rule after the other, for whoever has something else to do in between."""
    marks = _marks(diary)
    for rule in every_rule() if rules is None else rules:
        with _nothing_collected():
            found = [
                _flag(rule, finding, span, diary, marks.get((rule.key, frozenset(finding.items), finding.voice), []))
                for finding in rule.check(diary)
                for span in _spans(finding)
            ]
        yield found


def in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """The flags in the order in which they are told."""
    return tuple(sorted(flags, key=attrgetter("raised", "rule", "items", "voice")))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Python does not look for garbage meanwhile: it would at each 200 flags, in all that the program has, for none."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _spans(finding: Finding) -> list[Ints]:
    """The days of each flag: the first is the one on which it is raised, all are days that meet the criterion."""
    spans: list[Ints] = []
    for run in runs(np.flatnonzero(finding.met), HOLD):
        heard = run
        if spans and run[0] <= spans[-1][-1] + HOLD + QUIET:
            last = spans[-1][-1]
            loud = (run > last + HOLD + QUIET) | _worse(finding, run, last)
            heard = run[int(loud.argmax()) :] if loud.any() else run[:0]
        if len(heard):
            spans.append(heard)
    return spans


def _worse(finding: Finding, at: Ints, than: int) -> Bools:
    """On which of the days `at` some item stands at least 2 points above its level on the day `than`."""
    rise = finding.level[:, at] - finding.level[:, than, np.newaxis]
    return np.asarray((rise >= WORSE - 1e-9).any(axis=0))


def _flag(rule: Rule, finding: Finding, span: Ints, diary: Diary, marks: Sequence[Event]) -> Flag:
    raised, last = int(span[0]), int(span[-1])
    then = finding.evidence(raised)
    now = then if last == raised else finding.evidence(last)
    since = min(start for start, _end in then.spans.values())
    closed = diary.first + last + HOLD + 1
    urgency = max((rule.urgency[item] for item in finding.items or (NO_ITEM,)), key=_PRESSING.index)
    numbers = {name: _rounded(amount) for name, amount in now.numbers.items()}
    spans = {name: (_day(diary, start), _day(diary, end)) for name, (start, end) in now.spans.items()}
    words = _words(finding.items, diary.instrument)
    mine = [mark for mark in marks if of_medicine(mark.body, then.names)]
    how, until = _dealt_with(finding, span, diary, urgency, mine)
    return Flag(
        rule=rule.key,
        kind=rule.kind,
        items=finding.items,
        voice=finding.voice,
        urgency=urgency,
        shown=rule.shown,
        raised=_day(diary, raised),
        first=_day(diary, then.spans["when"][0]),
        last=_day(diary, last),
        began=None if now.began is None else _day(diary, now.began),
        closed=date.fromordinal(closed) if closed <= diary.until else None,
        when=spans["when"],
        quiet_until=until if how in {Mark.KNOWN, Mark.LATER} else None,
        settled_until=until if how in {Mark.LISTED, Mark.TALKED} else None,
        late=bool(finding.late[since : last + 1].max() >= LATE),
        text=_sentence(rule, finding, {**words, **now.names}, numbers, spans),
        question=_(rule.question).format(**words),
        evidence=numbers,
        spans=spans,
        names=now.names,
    )


def _dealt_with(
    finding: Finding, span: Ints, diary: Diary, urgency: Urgency, marks: Sequence[Event]
) -> tuple[str, date | None]:
    """How the latest mark of this flag dealt with it, and the last day on which that keeps it off the screen."""
    if not marks:
        return "", None
    opened, open_to = int(span[0]), min(int(span[-1]) + HOLD, diary.until - diary.first)
    raised, held = _day(diary, opened).isoformat(), _day(diary, open_to).isoformat()
    mine = [mark for mark in marks if raised <= str(mark.body.get("raised")) <= held]
    if not mine:
        return "", None
    mark, how = mine[-1], str(mine[-1].body.get("as"))
    if how == Mark.LISTED:
        return how, date.max
    if how == Mark.LATER:
        return how, mark.day + timedelta(days=LATER[urgency] - 1)
    marked = mark.day.toordinal() - diary.first
    after = span[(span > marked) & (span <= marked + QUIET)]
    known = span[max(0, int(np.searchsorted(span, marked, side="right")) - 1)]
    louder = after[_worse(finding, after, known)]
    return how, _day(diary, int(louder[0]) - 1) if len(louder) else mark.day + timedelta(days=QUIET)


def _marks(diary: Diary) -> dict[tuple[str, frozenset[str], str], list[Event]]:
    """The marks made by the diary's last day, for each rule, items and voice. That one was shown decides nothing."""
    found: dict[tuple[str, frozenset[str], str], list[Event]] = {}
    for event in diary.of_kind("flagmark"):
        items = event.body.get("items")
        if event.day.toordinal() <= diary.until and event.body.get("as") != "shown" and isinstance(items, list | tuple):
            key = (str(event.body.get("rule")), frozenset(map(str, items)), str(event.body.get("voice")))
            found.setdefault(key, []).append(event)
    return found


def _sentence(
    rule: Rule,
    finding: Finding,
    words: Mapping[str, str],
    numbers: Mapping[str, float],
    spans: Mapping[str, tuple[date, date]],
) -> str:
    """The rule's text with these numbers and days; another voice than the patient's is named first."""
    text = _(rule.text).format(
        **{name: number(amount) for name, amount in numbers.items()},
        **{name: days(first, last) for name, (first, last) in spans.items()},
        **words,
    )
    name = "" if "name" in words else voice_name(finding.voice)
    return _("{name}’s own view: {text}").format(name=name, text=text) if name else text


def _words(items: Sequence[str], instrument: Instrument) -> dict[str, str]:
    """What the items are called in a sentence: `item` to begin one, `phrase` within one, `other` for the second."""
    if not items:
        return {}
    first, *others = (instrument.item(key) for key in items)
    return {"item": _(first.name), "phrase": _(first.phrase), "other": ", ".join(_(item.phrase) for item in others)}


def _day(diary: Diary, place: int) -> date:
    return date.fromordinal(diary.first + place)


def _rounded(amount: float) -> float:
    """At most one decimal, halves up: a rise of 2 points or more then never reads as one of 1.9."""
    return amount if isinstance(amount, int) else math.floor(amount * 10 + 0.5) / 10
