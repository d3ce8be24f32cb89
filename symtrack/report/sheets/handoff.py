"""The hand-off sheet: what the next caregiver has to know of yesterday and today, read in a minute."""

from collections.abc import Iterator, Sequence
from datetime import date

from symtrack.diary import doses, event_words
from symtrack.diary.doses import SKIPPED, TAKEN, UNKNOWN
from symtrack.diary.event_words import one_line
from symtrack.diary.medicines import NEEDED, PART_NAMES, PARTS, REGULAR, WHEN_NAMES, Medicine, taken_now
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _, capital, days, short_day
from symtrack.report import note_words
from symtrack.report.answers_now import answers
from symtrack.report.blocks import Block, Table, Ticks, Words
from symtrack.report.dials import numbers
from symtrack.report.happened import happened
from symtrack.report.sheet import Ground, Sheet, at, born, clock_words, foot, head, hospital_number, made

LOOKS_BACK = 2
"""Today and the day before: 24 to 48 hours."""
TO_DO = 3
"""Empty lines to write on."""


def build(ground: Ground) -> tuple[Block, ...]:
    """What to phone about first, then the answers, doses, what happened, what comes next, whom to ring."""
    span = ground.last_days(LOOKS_BACK)
    told = (*_points(ground), answers(ground, _("How it was"), span), *_told(ground, span))
    shown, notes = tuple(block for block in told if block is not None), tuple(_notes(ground, span))
    if not shown and not notes:
        shown = (Words(heading="", paragraphs=(_("Nothing was noted on these two days."),), column="both"),)
    who = ", ".join(
        filter(
            None,
            (
                _("born {day}").format(day=born(ground)) if born(ground) else "",
                _("hospital number {number}").format(number=hospital_number(ground)) if hospital_number(ground) else "",
            ),
        )
    )
    covers = _("{days}. Made {moment}").format(days=days(span[0], span[-1]), moment=made(ground))
    return (
        head(ground, _("Hand-off sheet"), who, covers),
        *shown,
        *_next(ground),
        Ticks(heading=_("Not to forget"), entries=(), blank=TO_DO),
        numbers(ground, _("Who to ring")),
        *notes,
        foot(_("What was said or done later is not on it. Not checked by a clinician; nobody watches this diary.")),
    )


def _points(ground: Ground) -> Iterator[Block]:
    """The points to phone about that nobody has dealt with."""
    open_ones = [flag for flag in ground.flags if flag.to_phone and flag.on_screen(ground.today)]
    if open_ones:
        told = tuple(" ".join(filter(None, (flag.text, flag.question))) for flag in open_ones)
        yield Ticks(heading=_("To phone the team about"), entries=told, column="both")


def _told(ground: Ground, span: Sequence[date]) -> Iterator[Block]:
    given = [_dose(event, ground) for event in ground.of_days(span, "dose")]
    if given:
        names = (_("When"), _("Dose"), _("Before → after"))
        yield Table(heading=_("Doses"), columns=names, rows=tuple(given), column="both")
    yield from happened(ground, span)
    helped = [one_line(event.body.get("helped")) for event in ground.of_days(span, "episode")]
    if any(helped):
        told = tuple(dict.fromkeys(capital(words) for words in helped if words))
        yield Words(heading=_("What helped with sudden bad pain"), paragraphs=told)


def _notes(ground: Ground, span: Sequence[date]) -> Iterator[Block]:
    """All that was written, whole: it comes last, since it may be long."""
    notes = [
        (at(event, ground), _note(event, ground)) for event in ground.of_days(span, "note") if one_line(event.text)
    ]
    if notes:
        yield Table(
            heading=_("Notes and worries"),
            columns=(_("When"), _("In their own words")),
            rows=tuple(notes),
            column="both",
        )


def _dose(event: Event, ground: Ground) -> tuple[str, str, str]:
    name = event_words.medicine_words(event)
    taken = event.body.get("taken")
    if taken == SKIPPED:
        name = _("Not taken: {medicine}").format(medicine=name)
    elif taken == UNKNOWN:
        name = _("Not known whether it was taken: {medicine}").format(medicine=name)
    return at(event, ground), name, event_words.felt_words(event, ground.known)


def _note(event: Event, ground: Ground) -> str:
    return note_words.words(event, (event.text or "").strip(), ground.abouts, ground.known)


def _next(ground: Ground) -> Iterator[Block]:
    """The medicines as the person listed them: the regular ones by part of the day, and those when needed."""
    known = taken_now(ground.settings)
    today = [event for event in ground.events if event.kind == "dose" and event.day == ground.today]
    regular = [
        (capital(_(PART_NAMES[part])), medicine.words, _noted(today, medicine, part))
        for part in PARTS
        for medicine in doses.regular(known, part)
    ]
    regular += [
        (capital(_(WHEN_NAMES[REGULAR])), medicine.words, "")
        for medicine in known
        if medicine.when == REGULAR and not medicine.parts
    ]
    if regular:
        names = (_("When"), _("Medicine"), _("Noted today"))
        yield Table(heading=_("Regular medicines, as listed"), columns=names, rows=tuple(regular))
    needed = [_needed(medicine, ground) for medicine in known if medicine.when == NEEDED]
    if needed:
        yield Words(heading=_("When needed, as listed"), paragraphs=tuple(needed))


def _noted(today: Sequence[Event], medicine: Medicine, part: str) -> str:
    """Taken 08:05; not taken; nothing says nothing."""
    event = doses.of_part(today, medicine, part)
    if event is None:
        return ""
    taken = event.body.get("taken", TAKEN[0])
    if taken == SKIPPED:
        return _("not taken")
    if taken == UNKNOWN:
        return _("not known")
    return _("taken {time}").format(time=clock_words(event.time)).strip()


def _needed(medicine: Medicine, ground: Ground) -> str:
    """Morphine, 10 mg. Last noted: Today 14:10. On the label: at most 4 a day."""
    given = [
        event
        for event in ground.events
        if doses.when_needed(event) and one_line(event.body.get("medicine")) == medicine.name
    ]
    said = [_("{medicine}.").format(medicine=medicine.words)]
    if given:
        last = given[-1]
        recent = last.day in ground.last_days(LOOKS_BACK)
        moment = at(last, ground) if recent else short_day(last.day)
        said.append(_("Last noted: {when}.").format(when=moment))
    if medicine.limit:
        said.append(_("On the label: {limit}").format(limit=medicine.limit))
    return " ".join(said)


SHEET = Sheet("handoff", 20, N_("Hand-off sheet"), build)
