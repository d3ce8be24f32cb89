"""`better`: the last days clearly below the person's own usual."""

from collections.abc import Iterator, Mapping

from symtrack.diary.flag import Urgency
from symtrack.diary.record import Diary
from symtrack.i18n import N_
from symtrack.rules import Finding, Rule, from_usual

URGENCY: Mapping[str, Urgency] = {"pain": "visit", "nausea": "visit", "appetite": "visit", "fatigue": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    return from_usual(diary, URGENCY, lambda each: not each.change.up)


RULE = Rule(
    key="better",
    kind="better",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "The mirror of worse-than-usual, and stricter: the days since some day of the last 6 weeks speak very clearly "
        "for a lasting fall of about 2 points below the person’s own usual, and are at least 1 point below it on "
        "average."
    ),
    short=N_("lasting fall, about 2 points"),
    text=N_(
        "{item} went down: {after} on average on {days} days answered ({when}), "
        "{before} on {days_before} days answered before that ({when_before})."
    ),
    question=N_("My {phrase} went down. Does that change anything in the plan?"),
    source=N_(
        "A change between visits matters from about 1 point: Hui and others, Cancer 2015, doi 10.1002/cncr.29437. "
        "How a lasting shift is told from chance: Page, Biometrika 1954, doi 10.1093/biomet/41.1-2.100. Where the line "
        "is drawn is our own judgement."
    ),
    check=check,
)
