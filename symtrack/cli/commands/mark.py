"""`symtrack mark`: keeps how a point was dealt with."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from symtrack.cli import options, output
from symtrack.diary.day import parse_day
from symtrack.diary.flag import Mark
from symtrack.diary.instrument import load, unknown
from symtrack.diary.rows import PATIENT, Event, parse_voice
from symtrack.errors import InputError
from symtrack.i18n import _, dated

if TYPE_CHECKING:
    from symtrack.store import DiaryStore


def command() -> click.Command:
    return click.Command(
        "mark",
        callback=mark,
        params=[
            click.Argument(["rule"], metavar="RULE"),
            click.Argument(["items"], nargs=-1, metavar="[ITEM]..."),
            click.Option(
                ["--raised"],
                type=parse_day,
                required=True,
                metavar="DAY",
                help=_("The day on which it was raised, or a later one on which it was open."),
            ),
            click.Option(
                ["--as", "how"],
                type=options.one_of("--as", tuple(Mark)),
                required=True,
                metavar="WAY",
                help=_("How it was dealt with: listed (for the next visit), talked, known (to the team), or later."),
            ),
            click.Option(
                ["--voice"],
                type=parse_voice,
                default=PATIENT,
                metavar="VOICE",
                help=_("Whose point it is: patient, or caregiver:NAME."),
            ),
            click.Option(
                ["--medicine"],
                metavar="NAME",
                help=_("Which medicine it is about, where there are points about several."),
            ),
            options.diary(),
        ],
        help=_(
            "Keeps how a point was dealt with, from today on. The point is named by its rule, its items and the day on "
            "which it was raised, as “symtrack flags --json” tells them. It changes neither when the point was raised "
            "nor when it closes."
        ),
        short_help=_("Keeps how a point was dealt with."),
    )


def mark(  # noqa: PLR0917
    rule: str, items: tuple[str, ...], raised: date, how: str, voice: str, medicine: str | None, diary: Path
) -> None:
    from symtrack.cli.opening import opened
    from symtrack.rules import every_rule

    known = [each.key for each in every_rule()]
    if rule not in known:
        raise InputError(unknown(rule, known, _("a rule")))
    body = {
        "rule": rule,
        "items": [load().item(item).key for item in items],
        "voice": voice,
        "raised": raised.isoformat(),
        "as": how,
        **({"medicine": medicine} if medicine else {}),
    }
    with opened(diary) as store:
        _check_there(store, body, raised)
        ids = store.add(Event(kind="flagmark", day=store.today, body=body)).ids
        output.saved({"saved": list(ids), "day": store.today.isoformat()})


def _check_there(store: "DiaryStore", body: Mapping[str, object], raised: date) -> None:
    """InputError when the diary has no such point: a mark that meets nothing would be lost without a word."""
    from symtrack.diary.record import Diary
    from symtrack.rules import evaluate, every_rule

    diary = Diary.of(store.columns(), store.events(), until=store.today)
    one = [rule for rule in every_rule() if rule.key == body["rule"]]
    if not any(flag.meets(body) for flag in evaluate(diary, rules=one)):
        raise InputError(
            _("There is no such point that was open on {day}. “symtrack flags --all” tells what there is.").format(
                day=dated(raised)
            )
        )
