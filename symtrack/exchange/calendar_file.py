"""A reminder for the calendar of a phone: one event a day with an alarm, as RFC 5545 (iCalendar) writes it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from symtrack.store import lock

OCTETS = 75
"""What a line may hold at most; it goes on in the next one, after a space."""


def parts(diary: Path, at: time, said: str, now: datetime) -> Iterator[str]:
    """The lines of the file. The time is the one on the wall wherever the phone is: it has no time zone.

    The same diary's reminder has the same name each time, so that a later one takes the place of the earlier.
    """
    day = now.date() + timedelta(days=now.time() >= at)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//symtrack//Diary//EN",
        "BEGIN:VEVENT",
        f"UID:{lock.key(diary)}@diary",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART:{datetime.combine(day, at):%Y%m%dT%H%M%S}",
        "DURATION:PT10M",
        "RRULE:FREQ=DAILY",
        f"SUMMARY:{_text(said)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",  # Nobody is busy while it lasts.
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT0S",
        f"DESCRIPTION:{_text(said)}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return (f"{_folded(line)}\r\n" for line in lines)


def _text(said: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        said = said.replace(sign, written)
    return said


def _folded(line: str) -> str:
    """The line in pieces of at most OCTETS bytes, none of which ends within a letter."""
    pieces, size = [""], 0
    for letter in line:
        size += len(letter.encode())
        if size > OCTETS:
            pieces.append("")
            size = 1 + len(letter.encode())
        pieces[-1] += letter
    return "\r\n ".join(pieces)
