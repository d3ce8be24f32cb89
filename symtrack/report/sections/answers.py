"""How complete the diary is, which entries were late or corrected, and who answered."""

from collections.abc import Iterator, Sequence
from datetime import date

from symtrack.analysis.completeness import Completeness, completeness, covered
from symtrack.analysis.summary import measures
from symtrack.diary.instrument import REASON_NAMES
from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import N_, _, capital, dated, n_, number
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    part = covered(matter.diary, matter.period)
    if part is None:
        return
    own = completeness(matter.diary, PATIENT, part)
    told = [_patient(own), *_declined(own, matter), _missed(own), _late(own), _corrected(own, matter), *_typed(matter)]
    told += [
        _caregiver(voice, completeness(matter.diary, voice, part), matter) for voice in matter.caregivers(matter.period)
    ]
    if part.first > matter.period.first:
        told.append(_("The diary begins on {day}.").format(day=dated(part.first)))
    yield Words(heading=_("How complete, late and corrected entries"), paragraphs=tuple(line for line in told if line))


def _patient(own: Completeness) -> str:
    return n_(
        "The patient answered on {n} of {days} day.", "The patient answered on {n} of {days} days.", len(own.period)
    ).format(n=len(own.answered), days=len(own.period))


def _declined(own: Completeness, matter: Matter) -> Iterator[str]:
    """The days with a reason instead of a number, reason by reason where the reasons are known."""
    by_reason: dict[str, list[date]] = {}
    for day in own.declined:
        by_reason.setdefault(matter.reasons.get(day, ""), []).append(day)
    for reason, some in by_reason.items():
        said = _(REASON_NAMES[reason]) if reason in REASON_NAMES else _("asked, and no number given")
        yield _on(capital(said), some)


def _on(said: str, some: Sequence[date]) -> str:
    return n_("{said}: on {n} day ({days}).", "{said}: on {n} days ({days}).", len(some)).format(
        said=said, n=len(some), days=phrases.named_days(some)
    )


def _missed(own: Completeness) -> str:
    return _on(_("No entry"), own.missed) if own.missed else ""


def _late(own: Completeness) -> str:
    return _on(_("Entered two or more days late, drawn grey"), own.late) if own.late else ""


def _corrected(own: Completeness, matter: Matter) -> str:
    some = [day for day in sorted(matter.corrected) if day in own.period]
    return _on(_("An answer was corrected afterwards"), some) if some else ""


def _typed(matter: Matter) -> Iterator[str]:
    for name, days in matter.assisted.items():
        yield n_(
            "On {n} day {name} typed what the patient said.", "On {n} days {name} typed what the patient said.", days
        ).format(n=days, name=name)


def _caregiver(voice: str, found: Completeness, matter: Matter) -> str:
    """A caregiver's own days and medians: never part of the patient's numbers."""
    said = n_(
        "{name}’s own view: on {n} day, drawn hollow, not in the numbers.",
        "{name}’s own view: on {n} days, drawn hollow, not in the numbers.",
        len(found.answered),
    ).format(name=capital(voice_name(voice)), n=len(found.answered))
    now = matter.windows.now
    medians = [
        _("{item} {median}").format(item=_(item.phrase), median=number(held.median))
        for item in matter.items
        if (held := measures(matter.diary.series.get((voice, item.key)), now)).median is not None
    ]
    if not medians:
        return said
    return phrases.sentence(
        (
            said,
            _("Medians of the last {n} days: {medians}.").format(n=len(now), medians=", ".join(medians)),
        )
    )


SECTION = Section("answers", 100, _build, N_("How complete, late and corrected entries"))
