"""What several commands take: the diary, days, whole numbers, one of several words. A bad value is an InputError."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from symtrack import __version__, paths
from symtrack.diary.day import parse_day
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.settings import Preferences

UNLOCKING = "unlocking"
"""Where the call's context keeps the name of the file with the passphrase."""


def whole(name: str, least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number from `least` to `most`."""

    def parse(text: str) -> int:
        if re.fullmatch(r"\d{1,10}", text, re.ASCII) and least <= int(text) <= most:
            return int(text)
        raise InputError(
            _("“{text}” can’t be “{name}”. It is a whole number from {least} to {most}.").format(
                text=text, name=name, least=least, most=most
            )
        )

    return parse


def one_of(name: str, words: Iterable[str]) -> Callable[[str], str]:
    """Reads one of several words."""
    known = tuple(words)

    def parse(text: str) -> str:
        if text in known:
            return text
        raise InputError(
            _("“{text}” can’t be “{name}”. It is one of: {known}.").format(text=text, name=name, known=", ".join(known))
        )

    return parse


def diary(*, required: bool = False) -> click.Option:
    """`-d FILE`: after the command, or before it; without one the usual diary."""

    def chosen(ctx: click.Context, param: click.Parameter, value: str | None) -> Path:
        named = value if value is not None else ctx.obj
        if required and named is None:
            raise click.MissingParameter(ctx=ctx, param=param)
        return paths.default_diary() if named is None else Path(named)

    return click.Option(
        ["-d", "--diary"], metavar="FILE", callback=chosen, help=_("The diary, if it is not the usual one.")
    )


def passphrase() -> click.Option:
    """`--passphrase-file F`, of each command that is about a diary; `opening` finds what it gave."""

    def keep(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
        if value is not None:
            ctx.meta[UNLOCKING] = value

    return click.Option(
        ["--passphrase-file"],
        metavar="FILE",
        callback=keep,
        expose_value=False,
        help=_("A file with the diary’s passphrase, if it has one."),
    )


def version() -> click.Option:
    """`--version`: says which symtrack this is, and ends."""

    def say(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's own
        if asked and not ctx.resilient_parsing:
            click.echo(f"{paths.APP} {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=say,
        help=_("Say which version this is, and end."),
    )


def copies_folder() -> Path:
    """Where copies of diaries go on this computer."""
    return Preferences.load(paths.settings_file()).copies_folder


def days() -> list[click.Parameter]:
    """`--from DAY` and `--to DAY`, as `first` and `last`."""
    return [
        click.Option(["--from", "first"], type=parse_day, metavar="DAY", help=_("The first day, such as 2026-05-14.")),
        click.Option(["--to", "last"], type=parse_day, metavar="DAY", help=_("The last day.")),
    ]


def check_days(first: date | None, last: date | None) -> None:
    """InputError when the last of two given days comes before the first."""
    if first and last:
        from symtrack.diary.period import Period

        Period(first, last)


def as_json(sentence: str) -> click.Option:
    """`--json`: for programs."""
    return click.Option(["--json", "as_json"], is_flag=True, help=sentence)


def pairs(given: Iterable[str]) -> dict[str, str]:
    """`KEY=VALUE`, each key once; InputError otherwise."""
    found: dict[str, str] = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not equals or not key:
            raise InputError(_("“{text}” is not written as KEY=VALUE, such as pain=7.").format(text=text))
        if key in found:
            raise InputError(_("“{key}” is given twice.").format(key=key))
        found[key] = value
    return found
