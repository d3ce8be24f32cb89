"""`voice-changed`: somebody else writes now."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.runs import shifted, trailing
from symtrack.diary.record import Bools, Diary
from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import N_, _
from symtrack.rules import NO_ITEM, Evidence, Finding, Rule

WEEK, DAYS = 7, 3


def check(diary: Diary) -> Iterator[Finding]:
    writes = {voice: _writes(diary, voice) for voice in diary.voices}
    for voice, mine in writes.items():
        for other, theirs in writes.items():
            if other != voice:
                yield _finding(voice, other, mine, theirs)


def _writes(diary: Diary, voice: str) -> Bools:
    """The days on which this voice gave a number."""
    answered = [series.answered for (whose, _item), series in diary.series.items() if whose == voice]
    return np.asarray(np.logical_or.reduce(answered))


def _finding(voice: str, other: str, mine: Bools, theirs: Bools) -> Finding:
    days, before = trailing(mine, DAYS), shifted(trailing(mine, WEEK), DAYS)
    met = (days >= DAYS) & (before == 0) & (trailing(theirs, DAYS) == 0) & (shifted(trailing(theirs, WEEK), DAYS) > 0)

    def evidence(day: int) -> Evidence:
        return Evidence(
            numbers={"days": DAYS},
            spans={"when": (day - DAYS + 1, day)},
            names={"name": _named(voice), "other": _named(other)},
        )

    return Finding(
        items=(),
        voice=voice,
        met=met,
        level=np.zeros((1, len(mine))),
        late=np.zeros(len(mine), np.int64),
        evidence=evidence,
    )


def _named(voice: str) -> str:
    return voice_name(voice) if voice != PATIENT else _("the person")


RULE = Rule(
    key="voice-changed",
    kind="note",
    urgency={NO_ITEM: "none"},
    shown="note",
    criterion=N_(
        "One voice answered on 3 days in a row, for the first time in 10 days, and another, which had answered in the "
        "week before, on none of the 3."
    ),
    short=N_("another voice answers"),
    text=N_("On {days} days ({when}) the numbers are by {name} and no longer by {other}. Comparing starts afresh."),
    question=N_("Who sees best how I am at present?"),
    source=N_(
        "Caregivers rated 17 of 18 symptoms higher than the people themselves (abstract pmid 20308350, a page of "
        "PubMed); so the two are never compared. 3 days are our own judgement."
    ),
    check=check,
)
