"""`symtrack remind`: one neutral notification, if today has no entry."""

import time as clock_time
from datetime import time
from pathlib import Path

import click

from symtrack import paths
from symtrack.cli import options, output
from symtrack.diary.day import local_now, parse_time
from symtrack.errors import InputError, SealedError
from symtrack.i18n import _
from symtrack.settings import Preferences

A_WHILE = 30
"""Seconds between two looks at the clock, for whoever stays."""


def command() -> click.Command:
    return click.Command(
        "remind",
        callback=remind,
        params=[
            click.Option(["--at"], type=parse_time, metavar="HH:MM", help=_("Not before this time of the day.")),
            click.Option(
                ["--stay"], is_flag=True, help=_("Stay, and remind each day at the time that is chosen in Settings.")
            ),
            click.Option(
                ["-o", "--output", "target"],
                metavar="FILE.ics",
                help=_("Write a reminder for the calendar of a phone instead."),
            ),
            options.diary(),
        ],
        help=_(
            "Shows one notification, “Time for your diary”, if today has no entry: once a day, and never while the "
            "diary rests or after it is finished. A sealed diary stays closed: it reminds only if Settings was told "
            "to keep the day of its last entry outside of it."
        ),
        short_help=_("Shows a reminder if today has no entry."),
    )


def remind(at: str | None, target: str | None, diary: Path, *, stay: bool) -> None:
    from symtrack.cli.opening import given
    from symtrack.reminding import remind as reminding

    wanted = time.fromisoformat(at) if at else None
    if target is not None:
        write(Path(target), wanted or _chosen(), diary)
    elif stay:
        reminding.stay(diary, wanted=_chosen, clock=local_now, rest=lambda: clock_time.sleep(A_WHILE))
    else:
        try:
            if not reminding.remind(diary, now=local_now(), at=wanted, secret=given()):
                output.say(_("There is nothing to remind of now."))
        except SealedError as error:
            if given() is not None:
                raise
            output.say(str(error))


def write(target: Path, at: time | None, diary: Path) -> None:
    """Writes the calendar file."""
    from symtrack.exchange import calendar_file
    from symtrack.reminding import words
    from symtrack.store import outgoing

    if at is None:
        raise InputError(_("Say when, such as --at 18:00: no time is chosen in Settings."))
    outgoing.write_text(target, calendar_file.parts(diary, at, words.reminder(), local_now()))
    output.say(_("The file is {path}.").format(path=target))


def _chosen() -> time | None:
    return Preferences.load(paths.settings_file()).remind_at
