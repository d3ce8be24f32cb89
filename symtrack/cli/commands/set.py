"""`symtrack set`: changes settings that belong to the diary."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.diary.rows import Setting
from symtrack.diary.setting_keys import KEYS, NAMED, parse_setting
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "set",
        callback=set_,
        params=[
            click.Argument(["settings"], nargs=-1, required=True, metavar="KEY=VALUE..."),
            options.diary(),
        ],
        help=_(
            "Changes settings of the diary, such as day-start=04:00, or flags=off for a plain diary. There are: {keys}."
        ).format(keys=", ".join((*KEYS, *NAMED))),
        short_help=_("Changes settings of the diary."),
    )


def set_(settings: tuple[str, ...], diary: Path) -> None:
    from symtrack.cli.opening import opened

    rows = [Setting(key=key, value=parse_setting(key, text)) for key, text in options.pairs(settings).items()]
    with opened(diary, create=True) as store:
        ids = store.add(*rows).ids
    output.saved({"saved": list(ids)})
