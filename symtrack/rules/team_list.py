"""`team-list`: something was ticked on the list that the team gave. It never comes from a number."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.tally import voices_of
from symtrack.diary.record import Diary
from symtrack.diary.rows import Event
from symtrack.i18n import N_
from symtrack.rules import NO_ITEM, Evidence, Finding, Rule


def check(diary: Diary) -> Iterator[Finding]:
    ticked = [event for event in diary.of_kind("teamlist") if _ticked(event)]
    for voice in voices_of(ticked):
        yield _finding(diary, voice, [event for event in ticked if event.voice == voice])


def _ticked(event: Event) -> tuple[str, ...]:
    lines = event.body.get("ticked")
    return tuple(str(line) for line in lines if str(line).strip()) if isinstance(lines, list | tuple) else ()


def _finding(diary: Diary, voice: str, events: list[Event]) -> Finding:
    lines: dict[int, list[str]] = {}
    for event in events:
        place = event.day.toordinal() - diary.first
        if 0 <= place <= diary.until - diary.first:
            lines.setdefault(place, []).extend(_ticked(event))
    met = np.zeros(diary.until - diary.first + 1, np.bool_)
    met[list(lines)] = True

    def evidence(day: int) -> Evidence:
        named = list(dict.fromkeys(lines[day]))
        return Evidence(numbers={"ticks": len(named)}, spans={"when": (day, day)}, names={"lines": "; ".join(named)})

    return Finding(
        items=(),
        voice=voice,
        met=met,
        # A new tick breaks every quiet: each stands far above the one before.
        level=np.arange(len(met), dtype=np.float64)[np.newaxis] * 2.0,
        late=np.zeros(len(met), np.int64),
        evidence=evidence,
    )


RULE = Rule(
    key="team-list",
    kind="answer",
    urgency={NO_ITEM: "now"},
    shown="announced",
    criterion=N_("Something was ticked on the team’s own list. It never comes from a number."),
    short=N_("ticked on the team’s list"),
    text=N_("Ticked on the team’s own list ({when}), {ticks} in all: {lines}. The list says to ring about this."),
    question=N_("I ticked this on the list. What should I do?"),
    source=N_("The team’s own list, copied by the person. That nothing else brings it up is our own judgement."),
    numbers={
        "ticks": N_("lines ticked: {n}"),
    },
    check=check,
)
