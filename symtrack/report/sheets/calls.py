"""The call sheet for the fridge: whom to ring and when, what about, what to have ready, and what to say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter

from symtrack.analysis.summary import numbered_cycles
from symtrack.diary import doses, event_words, team_list
from symtrack.diary.asking import asked
from symtrack.diary.event_words import one_line
from symtrack.diary.instrument import MODERATE
from symtrack.diary.medicines import REGULAR, Medicine, taken_now
from symtrack.diary.moment import day_values
from symtrack.diary.rows import PATIENT
from symtrack.diary.team_list import Listed
from symtrack.i18n import N_, _, capital, days, n_, short_day
from symtrack.report import note_words
from symtrack.report.answers_now import answers
from symtrack.report.blocks import Block, Fields, Table, Ticks
from symtrack.report.dials import dials
from symtrack.report.phrases import cut
from symtrack.report.sheet import DAYS_READ, Ground, Sheet, at, born, foot, head, hospital_number, made

BLANK = "_" * 20
DOSES, NOTES, LONGEST_NOTE = 6, 3, 160


def build(ground: Ground) -> tuple[Block, ...]:
    """The numbers stand first and largest: the rest is for the call itself."""
    listed = team_list.listed(ground.settings, ground.events, ground.today)
    span = ground.last_days(DAYS_READ)
    return (
        head(ground, _("Who to ring"), _("Made {moment}").format(moment=made(ground))),
        dials(ground, ""),
        Ticks(heading=_("Call the emergency service for"), entries=listed.emergency, column="left"),
        Fields(heading=_("Have ready"), fields=tuple(_ready(ground)), column="left"),
        *filter(None, [answers(ground, _("The last days (0 to 10)"), span, short=True)]),
        Ticks(heading=_("Ring the team at once for"), entries=listed.team, more=_whose(listed), column="right"),
        Fields(heading=_("What to say"), fields=tuple(_say(ground, span)), column="both"),
        *_last_days(ground, span),
        foot(
            _(
                "This sheet grows old: it knows nothing later than {moment}. Print a new one when something changes."
            ).format(moment=made(ground))
        ),
    )


def _whose(listed: Listed) -> str:
    """That a list which nobody copied is only a default, and where it is from."""
    if listed.own:
        return ""
    only = _("This is only a default list, and a cautious one. What your team’s own card says comes first.")
    where = _("Where the default comes from: {sources}.").format(sources="; ".join(listed.sources))
    return f"{only} {where}"


def _ready(ground: Ground) -> Iterator[tuple[str, str]]:
    """What they will ask; a line to write on for what the diary does not know."""
    yield _("Name"), ground.text("name")
    yield _("Born"), born(ground)
    yield _("Hospital number"), hospital_number(ground)
    yield _("Treatment"), "\n".join(_treatments(ground))
    yield _("Medicines"), "\n".join(map(_listed, taken_now(ground.settings)))
    yield _("Lives with"), ground.text("household")


def _listed(medicine: Medicine) -> str:
    if medicine.when == REGULAR:
        return medicine.words
    return _("{medicine} ({when})").format(medicine=medicine.words, when=medicine.times)


def _treatments(ground: Ground) -> Iterator[str]:
    """What goes on, and when its last cycle began: a day that stays true while the sheet grows old."""
    past = [event for event in ground.events if event.day <= ground.today]
    newest = {str(event.body.get("type")): event for event in past if event.kind == "treatment"}
    for event in newest.values():
        if event.until is None or event.until >= ground.today:
            yield event_words.treatment(event)
    cycles = numbered_cycles(past)
    if cycles:
        last, number = cycles[-1]
        yield _("Cycle {n} began on {day}").format(n=number, day=short_day(last.day))


def _say(ground: Ground, span: Sequence[date]) -> Iterator[tuple[str, str]]:
    """The first words, and how the last days were; then what only whoever rings knows."""
    name = ground.text("name")
    yield _("Who it is about"), _("“I am ringing about {name}.”").format(name=name or BLANK)
    if lately := "; ".join((*_answered(ground, span), *_taken(ground, span))):
        yield _("How it was lately"), _("“{words}.”").format(words=capital(lately))
    yield _("What is wrong, since when"), ""
    yield _("Temperature now, at what time"), ""
    yield _("What was taken for it, when"), ""
    yield _("What they say, and who it was"), ""


def _answered(ground: Ground, span: Sequence[date]) -> Iterator[str]:
    """Pain 6, 6, 7 on the last days: what reached the moderate band, the worst first."""
    found: list[tuple[int, str]] = []
    for item in asked(ground.settings):
        mine = [rating for rating in ground.ratings if rating.item == item.key and rating.voice == PATIENT]
        values = (day_values([rating for rating in mine if rating.day == day]).get(item.key) for day in span)
        scores = [value for value in values if isinstance(value, int)]
        if max(scores, default=0) >= MODERATE:
            worst = _("{item} {scores}").format(item=_(item.phrase), scores=", ".join(map(str, scores)))
            found.append((-max(scores), worst))
    if found:
        told = "; ".join(words for _worst, words in sorted(found, key=itemgetter(0)))
        yield _("at its worst each day, 0 to 10 ({days}): {told}").format(days=days(span[0], span[-1]), told=told)


def _taken(ground: Ground, span: Sequence[date]) -> Iterator[str]:
    """Morphine when needed 3 times: how often in these days."""
    given = [one_line(event.body.get("medicine")) for event in ground.of_days(span, "dose") if doses.when_needed(event)]
    for medicine in dict.fromkeys(given):
        n = given.count(medicine)
        yield n_("{medicine} when needed {n} time", "{medicine} when needed {n} times", n).format(
            medicine=medicine, n=n
        )


def _last_days(ground: Ground, span: Sequence[date]) -> Iterator[Block]:
    rows = (*_doses(ground, span), *_ticks(ground, span), *_notes(ground, span))
    if rows:
        yield Table(
            heading=_("Doses when needed, ticks and notes of the last days"),
            columns=(_("When"), _("What")),
            rows=rows,
            column="both",
        )


def _doses(ground: Ground, span: Sequence[date]) -> Iterator[tuple[str, str]]:
    given = [event for event in ground.of_days(span, "dose") if doses.when_needed(event)]
    for event in given[-DOSES:]:
        felt = event_words.felt_words(event, ground.known)
        said = event_words.medicine_words(event)
        yield at(event, ground), _("{dose}. {felt}").format(dose=said, felt=felt) if felt else said


def _ticks(ground: Ground, span: Sequence[date]) -> Iterator[tuple[str, str]]:
    for event in ground.of_days(span, "teamlist"):
        yield at(event, ground), event_words.teamlist(replace(event, time=None))


def _notes(ground: Ground, span: Sequence[date]) -> Iterator[tuple[str, str]]:
    written = [event for event in ground.of_days(span, "note") if one_line(event.text)]
    for event in written[-NOTES:]:
        text = cut(event.text or "", LONGEST_NOTE)
        yield at(event, ground), note_words.words(event, text, ground.abouts, ground.known)


SHEET = Sheet("calls", 10, N_("Call sheet"), build)
