"""What else was measured or counted: weight, temperature, vomiting, bowels, markers, sudden bad pain."""

from collections.abc import Iterator, Sequence

from symtrack.diary import event_words
from symtrack.diary.event_words import one_line
from symtrack.diary.rows import Event, voice_name
from symtrack.i18n import N_, _, n_, number, short_day
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter, Section

WEEKS = 6
"""As many answers as a month and a half has."""


def _build(matter: Matter) -> Iterator[Block]:
    measured: dict[str, list[Event]] = {}
    for event in matter.of_kind("measurement"):
        if event.day in matter.period and isinstance(event.body.get("value"), int | float):
            measured.setdefault(str(event.body["what"]), []).append(event)
    spells = [event for event in matter.of_kind("episode") if event.day in matter.period]
    told = (
        _weight(measured.get("weight", [])),
        _temperature(measured.get("temperature", [])),
        _vomiting(measured.get("vomiting", [])),
        _bowels(measured.get("bowels", [])),
        _week(measured.get("upandabout", [])),
        *_markers(measured.get("marker", [])),
        _spells(spells),
    )
    if any(told):
        yield Words(heading=_("Also noted"), paragraphs=tuple(line for line in told if line))


def _value(event: Event) -> float:
    value = event.body["value"]
    return float(value) if isinstance(value, int | float) else 0.0


def _weight(found: Sequence[Event]) -> str:
    if not found:
        return ""
    first, last = found[0], found[-1]
    if first is last or not _value(first):
        return _("Weight {kg} kg ({day}).").format(kg=number(_value(last)), day=short_day(last.day))
    share = 100 * (_value(last) - _value(first)) / _value(first)
    return _("Weight {first} → {last} kg ({share} %) since {day}.").format(
        first=number(_value(first)), last=number(_value(last)), share=phrases.signed(share), day=short_day(first.day)
    )


def _temperature(found: Sequence[Event]) -> str:
    if not found:
        return ""
    highest = max(found, key=_value)
    return n_(
        "Temperature measured once: {most} °C ({day}).",
        "Temperature measured {n} times, highest {most} °C ({day}).",
        len(found),
    ).format(n=len(found), most=number(_value(highest)), day=short_day(highest.day))


def _vomiting(found: Sequence[Event]) -> str:
    days = {event.day for event in found if _value(event)}
    if not days:
        return ""
    return n_(
        "Vomiting noted on {n} day, {times} in all.", "Vomiting noted on {n} days, {times} in all.", len(days)
    ).format(n=len(days), times=number(sum(map(_value, found))))


def _bowels(found: Sequence[Event]) -> str:
    """Only marked days count: a day without a mark says nothing."""
    if not found:
        return ""
    return n_(
        "Bowels: “no” marked on {no} of {n} day.", "Bowels: “no” marked on {no} of {n} days marked.", len(found)
    ).format(no=sum(not _value(event) for event in found), n=len(found))


def _week(found: Sequence[Event]) -> str:
    """The last answers to what is asked once a week; a caregiver's own view is named."""
    if not found:
        return ""
    said = [
        f"{event_words.up_and_about(event)} ({', '.join(_of(event))})"
        for event in found[-WEEKS:]
        if event_words.up_and_about(event)
    ]
    return _("Week by week, mostly: {answers}.").format(answers="; ".join(said))


def _of(event: Event) -> list[str]:
    return [short_day(event.day), *filter(None, [voice_name(event.voice)])]


def _markers(found: Sequence[Event]) -> Iterator[str]:
    names = dict.fromkeys(one_line(str(event.body.get("name") or _("Marker"))) for event in found)
    for name in names:
        mine = [e for e in found if one_line(str(e.body.get("name") or _("Marker"))) == name]
        yield _("{name}: {values}.").format(
            name=name, values=", ".join(f"{number(_value(e))} ({short_day(e.day)})" for e in mine[-3:])
        )


def _spells(found: Sequence[Event]) -> str:
    if not found:
        return ""
    worst = [score for event in found if isinstance(score := event.body.get("worst"), int)]
    said = n_("Sudden bad pain: {n} time", "Sudden bad pain: {n} times", len(found)).format(n=len(found))
    return _("{said}, worst {worst}.").format(said=said, worst=max(worst)) if worst else said + "."


SECTION = Section("also", 90, _build, N_("What was measured"))
