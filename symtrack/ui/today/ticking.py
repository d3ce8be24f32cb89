"""A tick on the team's list as the diary keeps it: one event, corrected by each further tick until it is dealt with."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from symtrack.diary import team, team_list
from symtrack.diary.flag import Mark
from symtrack.diary.rows import PATIENT, Event
from symtrack.ui.journal import Journal

RULE = "team-list"


def standing(journal: Journal) -> Event | None:
    """The newest tick that waits, one that could not be saved before any other; None without one."""
    unsaved = [row for row in journal.unsaved.rows if isinstance(row, Event) and row.kind == "teamlist"]
    kept = team_list.standing(journal.events(), journal.today)
    return next((row for row in (*reversed(unsaved), *kept) if not row.body.get("rung")), None)


def turn(journal: Journal, text: str) -> bool:
    """Tick a line of the list, or take its tick away; whether it was kept."""
    waits = standing(journal)
    before = team_list.ticked(waits)
    return keep(journal, [line for line in before if line != text] if text in before else [*before, text])


def keep(journal: Journal, lines: Iterable[str]) -> bool:
    """Have these lines ticked, and keep which number was shown for it; whether it was kept."""
    waits, ticked = standing(journal), list(lines)
    settings = journal.settings
    part = team_list.part(team_list.listed(settings, journal.events(), journal.today), ticked)
    ring = journal.ring
    shown = team.emergency_number(settings) if part == team_list.EMERGENCY else (ring.number if ring else "")
    body = {"ticked": ticked, "part": part, "shown": shown}
    kept = {key: value for key, value in body.items() if value or key == "ticked"}
    if waits is not None:
        return journal.add(_corrected(journal, waits, kept))
    return journal.add(Event(kind="teamlist", day=journal.today, time=f"{journal.now:%H:%M}", body=kept))


def put_away(journal: Journal) -> bool:
    """Nobody rang about what is ticked, and it need not stand there any more; whether it was kept."""
    waiting = team_list.standing(journal.events(), journal.today)
    rows = [_corrected(journal, event, {**event.body, "rung": team_list.NOT_RUNG}) for event in waiting]
    return not rows or journal.add(*rows)


def rang(journal: Journal, whom: str, said: str, number: str) -> bool:
    """Keep that somebody was rung, what they said, and that the point is dealt with, as one action; whether it was."""
    at = f"{journal.now:%H:%M}"
    waiting = team_list.standing(journal.events(), journal.today)
    rung = f"{at}, {whom}" if whom else at
    rows = [_corrected(journal, event, {**event.body, "rung": rung}) for event in waiting]
    points = [_point(event) for event in waiting if team_list.ticked(event) and journal.settings.get("flags") != "off"]
    marks = [Event(kind="flagmark", day=journal.today, body={**point, "as": Mark.TALKED}) for point in points]
    body = {"whom": whom, "number": number, "said": said, "flag": next(iter(points), None)}
    call = Event(kind="call", day=journal.today, time=at, body={key: value for key, value in body.items() if value})
    return journal.add(*rows, call, *marks)


def _point(event: Event) -> dict[str, object]:
    """What names the point that the rule raises of this tick."""
    return {"rule": RULE, "items": [], "voice": event.voice, "raised": event.day.isoformat()}


def _corrected(journal: Journal, event: Event, body: Mapping[str, object]) -> Event:
    """The event with another body. It stays the patient's, and says who typed it."""
    typed = journal.writer.name or None if event.voice == PATIENT else event.entered_by
    return replace(event, body=body, replaces=event.id or event.replaces, entered_by=typed)
