"""The charts of the paper, as data: dots, levels, numbers, and what happened above them."""

from collections.abc import Sequence
from datetime import date, timedelta

from symtrack.analysis.summary import Measures, Summary, levels, numbered_cycles, open_ended
from symtrack.diary import event_words
from symtrack.diary.event_words import STAY_NAMES, one_line
from symtrack.diary.instrument import Item
from symtrack.diary.record import Series
from symtrack.diary.rows import LATE, PATIENT, Event, voice_name
from symtrack.i18n import _, days, days_into_week, month, n_, number, short_day
from symtrack.report import phrases
from symtrack.report.blocks import Band, Chart, Charts, Dot, Legend, Level, Mark, Tick
from symtrack.report.room import together
from symtrack.report.section import Matter

LABEL = 160
"""Letters of what a person wrote that stand with the charts; what has no room there is explained below them."""


def charts(matter: Matter, items: Sequence[Item], heading: str) -> Charts:
    """The charts of these items over all days that the numbers beside them are about."""
    first, last = matter.span.first, matter.span.last
    rows = tuple(_chart(matter, item) for item in items)
    return Charts(
        heading=heading,
        first=first.toordinal(),
        last=last.toordinal(),
        bands=_bands(matter),
        cycles=_cycles(matter),
        marks=_marks(matter),
        days=_ticks(first, last),
        charts=rows,
        moderate=_("moderate"),
        severe=_("severe: 7 and more"),
        # Translators: Heads of columns: the days before, the days now, the difference.
        columns=(_("before"), _("now"), _("change")),
        periods=_periods(matter),
        windows=tuple(
            Band(label=label, first=window.first.toordinal(), last=window.last.toordinal())
            for label, window in ((_("before"), matter.windows.before), (_("now"), matter.windows.now))
        ),
        legend=_legend(matter, rows),
        crowded=_("More marks than fit here: all of them are in the list of what happened.")
        if "treatments" in matter.parts
        else _("More marks than fit here."),
    )


def _periods(matter: Matter) -> tuple[str, ...]:
    now, before = matter.windows.now, matter.windows.before
    return (
        n_("now: last day, {days}", "now: last {n} days, {days}", len(now)).format(
            n=len(now), days=days(now.first, now.last)
        ),
        n_("before: the day before, {days}", "before: the {n} before, {days}", len(before)).format(
            n=len(before), days=days(before.first, before.last)
        ),
        _("Each number here is of these days, unless it names others."),
    )


def _chart(matter: Matter, item: Item) -> Chart:
    own = matter.diary.series.get((PATIENT, item.key))
    chosen = levels(matter.events, item.key, matter.span)
    part = own and own.between(matter.span.first, matter.span.last)
    return Chart(
        name=_(item.name),
        alt=_alt(_(item.name), matter.summaries[item.key]),
        dots=_dots(matter, own),
        others=tuple(
            _dots(matter, matter.diary.series.get((voice, item.key))) for voice in matter.caregivers(matter.span)
        ),
        declined=tuple(int(day) for day in part.days[part.asked]) if part else (),
        levels=tuple(
            Level(first=span.first.toordinal(), last=span.last.toordinal(), value=value) for span, value in chosen
        ),
        level=_("level chosen: {n}").format(n=chosen[-1][1]) if chosen else "",
        numbers=numbers(matter.summaries[item.key]),
    )


def _dots(matter: Matter, series: Series | None) -> tuple[Dot, ...]:
    if series is None:
        return ()
    part = series.between(matter.span.first, matter.span.last)
    at = part.answered
    return tuple(
        Dot(day=int(day), score=int(score), late=bool(late >= LATE))
        for day, score, late in zip(part.days[at], part.scores[at], part.late[at], strict=True)
    )


def numbers(summary: Summary) -> tuple[tuple[str, ...], ...]:
    """The rows beside a chart: name, before, now, change. A dash stands where there is no answer."""
    before, now = summary.before, summary.now
    return (
        (_("median"), *_cells(before.median, now.median)),
        # Translators: The highest number of these days.
        (_("worst"), *_cells(before.worst, now.worst)),
        (_("days ≥ 7"), *_cells(_counted(before), _counted(now))),
        (_("answered"), _of(before), _of(now), ""),
    )


def _cells(before: float | None, now: float | None) -> tuple[str, str, str]:
    change = "" if before is None or now is None else phrases.signed(now - before)
    return _value(before), _value(now), change


def _counted(measures: Measures) -> int | None:
    return measures.severe if measures.answered else None


def _value(value: float | None) -> str:
    return "–" if value is None else number(value)


def _of(measures: Measures) -> str:
    return _("{n} of {days}").format(n=measures.answered, days=measures.days)


def _alt(name: str, summary: Summary) -> str:
    now, before = summary.now, summary.before
    if now.median is None or now.worst is None:
        return n_(
            "{name}, 0 to 10: no number from the patient on the last day.",
            "{name}, 0 to 10: no number from the patient in the last {days} days.",
            now.days,
        ).format(name=name, days=now.days)
    said = n_(
        "{name}, 0 to 10: on the last day median {median}, worst {worst}, {severe}.",
        "{name}, 0 to 10: in the last {days} days median {median}, worst {worst}, {severe}.",
        now.days,
    ).format(
        name=name,
        days=now.days,
        median=number(now.median),
        worst=now.worst,
        severe=phrases.severe_days(now.severe),
    )
    if before.median is None or before.worst is None:
        return said
    return phrases.sentence(
        (
            said,
            _("In the {days} days before: median {median}, worst {worst}, {severe}.").format(
                days=before.days,
                median=number(before.median),
                worst=before.worst,
                severe=phrases.severe_days(before.severe),
            ),
        )
    )


def _bands(matter: Matter) -> tuple[Band, ...]:
    treatments = open_ended(matter.of_kind("treatment"), matter.span.last)
    seen: set[object] = set()
    found = []
    for event in treatments:
        kind, line = event.body.get("type"), event.body.get("line")
        later = kind in seen or (isinstance(line, int) and line > 1)
        seen.add(kind)
        found.append((event, event_words.treatment(event), later))
    found += [
        (event, _(STAY_NAMES.get(str(event.body.get("where")), STAY_NAMES["other"])), True)
        for event in matter.of_kind("stay")
    ]
    found += [(event, one_line(event.text), True) for event in matter.of_kind("other") if event.until]
    return tuple(
        Band(
            label=phrases.cut(label, LABEL),
            first=max(event.day, matter.span.first).toordinal(),
            last=min(event.until or event.day, matter.span.last).toordinal(),
            outlined=outlined,
        )
        for event, label, outlined in found
        if event.day <= matter.span.last and (event.until or event.day) >= matter.span.first
    )


def _cycles(matter: Matter) -> tuple[Tick, ...]:
    return tuple(
        Tick(day=event.day.toordinal(), label=_("cycle {n}").format(n=number), short=str(number))
        for event, number in numbered_cycles(matter.events)
        if event.day in matter.span
    )


def _marks(matter: Matter) -> tuple[Mark, ...]:
    def within(kind: str) -> list[Event]:
        return [event for event in matter.of_kind(kind) if event.day in matter.span]

    scans = [Mark(kind="scan", label=event_words.scan(e), day=e.day.toordinal()) for e in within("scan")]
    visits = [Mark(kind="visit", label=_("visit"), day=e.day.toordinal()) for e in within("visit")]
    changes = [
        Mark(kind="change", label=phrases.cut(event_words.change(e), LABEL), day=e.day.toordinal())
        for e in within("change")
    ]
    return (*scans, *changes, *visits)


def _ticks(first: date, last: date) -> tuple[Tick, ...]:
    """Days to name under the charts: every other one, the first of each or every second week, or of the months."""
    length = (last - first).days + 1
    if length > 120:
        months = [day for k in range(length) if (day := first + timedelta(days=k)).day == 1]
        return tuple(Tick(day=day.toordinal(), label=month(day) if length > 400 else short_day(day)) for day in months)
    start, step = first, 2
    if length > 14:
        start, step = first + timedelta(days=-days_into_week(first) % 7), 7 if length <= 49 else 14
    found = [start + timedelta(days=k) for k in range(0, (last - start).days + 1, step)]
    return tuple(Tick(day=day.toordinal(), label=short_day(day)) for day in found)


def _legend(matter: Matter, rows: Sequence[Chart]) -> tuple[Legend, ...]:
    found = [
        Legend(sign="words", label=_("0 to 10, higher is worse; from 4 moderate, from 7 severe.")),
        Legend(sign="patient", label=_("patient")),
    ]
    found += [
        Legend(sign="other", label=_("{name}’s own view").format(name=voice_name(voice)), number=k)
        for k, voice in enumerate(matter.caregivers(matter.span))
    ]
    if any(dot.late for row in rows for dots in (row.dots, *row.others) for dot in dots):
        found.append(Legend(sign="late", label=_("entered two or more days late")))
    if any(row.declined for row in rows):
        found.append(Legend(sign="declined", label=_("no number given")))
    if (some := together(len(matter.span))) > 1:
        middle = _("Line: the middle of {n} days, grey: least to worst.").format(n=some)
        found.append(Legend(sign="words", label=middle))
    found.append(Legend(sign="words", label=_("Gap: no answer.")))
    return tuple(found)
