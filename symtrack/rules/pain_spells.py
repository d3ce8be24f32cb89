"""`pain-spells`: sudden bad pain, often a day and on more than one day."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.analysis.tally import tally, voices_of
from symtrack.analysis.window import answered_in
from symtrack.diary.record import Diary, Floats
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule

MANY = 4
LOOKED_AT, NEEDED = 3, 2


def check(diary: Diary) -> Iterator[Finding]:
    spells = [event for event in diary.of_kind("episode") if event.body.get("item", "pain") == "pain"]
    for voice in voices_of(spells):
        yield _finding(voice, tally((spell for spell in spells if spell.voice == voice), diary))


def _finding(voice: str, spells: Floats) -> Finding:
    many = spells >= MANY
    days = trailing(many, LOOKED_AT)

    def evidence(day: int) -> Evidence:
        first = int(answered_in(many, day, LOOKED_AT)[0])
        return Evidence(
            numbers={"at_least": MANY, "high": int(days[day]), "days": LOOKED_AT}, spans={"when": (first, day)}
        )

    return Finding(
        items=("pain",),
        voice=voice,
        met=many & (days >= NEEDED),
        level=spells[np.newaxis],
        late=np.zeros(len(spells), np.int64),
        evidence=evidence,
    )


RULE = Rule(
    key="pain-spells",
    kind="level",
    urgency={"pain": "phone"},
    shown="announced",
    criterion=N_("Sudden bad pain noted at least 4 times on that day, and on at least 2 of 3 days in a row."),
    short=N_("4 a day on 2 of 3 days"),
    text=N_("Sudden bad pain was noted {at_least} times or more on {high} of {days} days ({when})."),
    question=N_("Does my regular pain medicine need another look?"),
    source=N_(
        "Guidelines for palliative care look at the regular medicine again when sudden pain comes more than three or "
        "four times a day (Scottish Palliative Care Guidelines’ page on pain). 2 of 3 days is our own judgement."
    ),
    numbers={
        "days": N_("days looked at: {n}"),
    },
    check=check,
)
