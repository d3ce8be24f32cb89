"""The paper for the clinic: sections make blocks, blocks are data, and `pdf` turns them into ink."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from symtrack.analysis import completeness, summary
from symtrack.diary import instrument
from symtrack.diary.flag import Flag
from symtrack.diary.instrument import Item
from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.registry import collect
from symtrack.report.blocks import Block, Foot, Turn
from symtrack.report.section import FOLLOWING, Matter, Section
from symtrack.rules import evaluate

WEEKS_SHOWN = 12
SHORTEST = 7


def build(
    diary: Diary,
    flags: Sequence[Flag],
    period: Period,
    *,
    settings: Mapping[str, object] = {},
    sections: Collection[str] | None = None,
    private: bool = False,
    assisted: Mapping[str, int] = {},
    reasons: Mapping[date, str] = {},
    corrected: Collection[date] = (),
    abouts: Mapping[str, str] = {},
) -> tuple[Block, ...]:
    """The blocks of the paper about `period`, in the current language.

    `flags` are those of the whole history. `sections` are the keys of the parts beside those that are always there,
    without them the usual ones. Private events are left out unless `private`, and no flag rests on them then; private
    answers are in no array, so the diary has to come without them. The rest is as `Matter` has it.
    """
    if not private:
        diary, flags = _open(diary, flags)
    items = _items(diary, period, settings)
    parts = [part for part in all_sections() if _is_chosen(part, sections)]
    matter = Matter(
        diary=diary,
        flags=flags,
        period=period,
        windows=summary.windows(period),
        span=_span(diary, period),
        items=items,
        summaries={item.key: summary.summary(diary, item.key, period) for item in items},
        events=diary.events,
        settings=settings,
        assisted=assisted,
        reasons=reasons,
        corrected=corrected,
        abouts=abouts,
        parts=frozenset(part.key for part in parts),
    )
    first = [block for part in parts if part.place < FOLLOWING for block in part.build(matter)]
    rest = [block for part in parts if part.place >= FOLLOWING for block in part.build(matter)]
    turn = () if all(isinstance(block, Foot) for block in rest) else (Turn(),)
    return (*first, *turn, *rest)


def _open(diary: Diary, flags: Sequence[Flag]) -> tuple[Diary, Sequence[Flag]]:
    """The diary without its private events, and the flags that it has then."""
    events = tuple(event for event in diary.events if not event.private)
    if len(events) == len(diary.events):
        return diary, flags
    diary = replace(diary, events=events)
    return diary, evaluate(diary) if flags else ()


def all_sections() -> tuple[Section, ...]:
    """Every part that the paper can have, in order."""
    found = collect("symtrack.report.sections", "SECTION", Section)
    return tuple(sorted(found, key=lambda section: section.place))


def _is_chosen(section: Section, chosen: Collection[str] | None) -> bool:
    if not section.name:
        return True
    return section.usual if chosen is None else section.key in chosen


def last_day(diary: Diary) -> date:
    """The day with which the paper ends: the diary's last one, or its last answer where twelve weeks have none since.

    An old diary that was brought in, or one that is taken up again, is about its own days and not about empty ones.
    """
    until, entered = date.fromordinal(diary.until), completeness.last_entry(diary)
    return until if entered is None or entered in Period.ending(until, 7 * WEEKS_SHOWN) else entered


def default_period(diary: Diary) -> Period:
    """From the day of the last visit before the paper's last day up to that day; without a visit, twelve weeks.

    It does not begin before the diary's first entry, and is never shorter than a week: fewer days show nothing.
    """
    today = last_day(diary)
    visits = [event.day for event in diary.of_kind("visit") if event.day < today]
    first = visits[-1] if visits else Period.ending(today, 7 * WEEKS_SHOWN).first
    began = completeness.first_entry(diary)
    if began is not None:
        first = max(first, began)
    return Period(min(first, Period.ending(today, SHORTEST).first), today)


def _span(diary: Diary, period: Period) -> Period:
    """The period, and before it the days with which its numbers are compared, as far as the diary reaches."""
    before, began = summary.windows(period).before, completeness.first_entry(diary)
    return Period(min(period.first, max(before.first, began or period.first)), period.last)


def _items(diary: Diary, period: Period, settings: Mapping[str, object]) -> tuple[Item, ...]:
    """What was asked in the period or right before: in the order that the person chose, otherwise the instrument's."""
    pair = summary.windows(period)
    first = min(period.first, pair.before.first)
    used = {
        item
        for (_, item), series in diary.series.items()
        if (part := series.between(first, period.last)).answered.any() or part.asked.any()
    }
    known, chosen = instrument.of(settings), settings.get("items")
    order = [key for key in chosen if isinstance(key, str)] if isinstance(chosen, list) else []
    order += [item.key for item in known.items]
    keys = [key for key in dict.fromkeys([*order, *sorted(used)]) if key in used]
    return tuple(map(known.item, keys))
