"""`worse-than-usual`: the last days clearly above the person's own usual."""

from collections.abc import Iterator, Mapping

from symtrack.diary.flag import Urgency
from symtrack.diary.record import Diary
from symtrack.i18n import N_
from symtrack.rules import Finding, Rule, from_usual

URGENCY: Mapping[str, Urgency] = {"pain": "visit", "nausea": "visit", "appetite": "visit", "fatigue": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    return from_usual(diary, URGENCY, lambda each: each.change.up and not each.slowly())


RULE = Rule(
    key="worse-than-usual",
    kind="change",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "The days since some day of the last 6 weeks speak clearly for a lasting rise of about 2 points above the "
        "person’s own usual, and are at least 1 point above it on average. The usual is learnt from up to 12 weeks "
        "before that day, at least 6 of their days answered. How clearly it must be depends on how much the person’s "
        "days differ anyway, on how well that is known by then, and on how much of a day is left on the next; no "
        "single day is enough, nor are the first 2 answers after a gap. What came twice before in the same rhythm is "
        "not told again. What has lasted 4 weeks becomes the usual. Days 1 to 9 of a treatment cycle count neither way "
        "for nausea and loss of appetite, days 1 to 14 for fatigue, unless treatments come less than 2 weeks apart."
    ),
    short=N_("lasting rise, about 2 points"),
    text=N_(
        "{item} went up: {after} on average on {days} days answered ({when}), "
        "{before} on {days_before} days answered before that ({when_before})."
    ),
    question=N_("My {phrase} went up. What could be behind it?"),
    source=N_(
        "A change between visits matters from about 1 point: Hui and others, Cancer 2015, doi 10.1002/cncr.29437; "
        "for getting worse from 1.4 to 1.8: Bedard and others, Journal of Pain and Symptom Management 2013, "
        "doi 10.1016/j.jpainsymman.2012.07.022. How a lasting shift is told from chance: Page, Biometrika 1954, "
        "doi 10.1093/biomet/41.1-2.100, and Huber, Annals of Mathematical Statistics 1965, "
        "doi 10.1214/aoms/1177699803. Nausea is expected on days 2 to 5 after treatment: Grunberg and others, "
        "Cancer 2004;100:2261–8, doi 10.1002/cncr.20230. Fatigue was "
        "back near where it began by days 10 to 12 after an infusion in 77 women who rated it every evening "
        "(University of Southern California). Where the line is drawn is our own judgement; how often it is wrong was "
        "measured on invented diaries (docs/how-often-wrong.md)."
    ),
    check=check,
)
