"""All the commands: which module each is in, and what becomes of arguments that are none of them."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

import click

from symtrack import paths
from symtrack.cli import opening, options, output, spoken
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.store.vault import Secret

Window = Callable[[Path, Secret | None], int]
"""Opens a diary in the window; the exit code when that is closed."""

COMMANDS: Mapping[str, str] = {
    "add": "add",
    "backup": "backup",
    "check": "check",
    "demo": "demo",
    "erase": "erase",
    "export": "export",
    "flags": "flags",
    "import": "import_",
    "info": "info",
    "mark": "mark",
    "merge": "merge",
    "paper": "paper",
    "passphrase": "passphrase",
    "private": "private",
    "recover": "recover",
    "remind": "remind",
    "report": "report",
    "restore": "restore",
    "rules": "rules",
    "self-test": "self_test",
    "set": "set",
    "show": "show",
    "sync": "sync",
    "undo": "undo",
}
"""The module of each command, in `symtrack.cli.commands`; its `command()` makes the command, in today's language."""


class Commands(click.Group):
    """All the commands, each imported when it is asked for. A file FILE.symtrack in a command's place is opened."""

    window: Window

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name in COMMANDS:
            made: click.Command = import_module(f"symtrack.cli.commands.{COMMANDS[name]}").command()
            if any(param.name == "diary" for param in made.params):
                made.params.append(options.passphrase())
            spoken.speaking(made)
            return made
        if name.endswith(paths.SUFFIX):
            return click.Command(name, callback=lambda: _open(self.window, Path(name)), add_help_option=False)
        return None


def run(given: Sequence[str], window: Window) -> int:
    """Does what the arguments say; the exit code. Every other error than a misuse is the caller's."""
    group = _group(window)
    try:
        with group.make_context(paths.APP, list(given)) as ctx:
            done = group.invoke(ctx)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.Abort:  # Ctrl+C, or the end of the input, while something is asked for.
        return 130
    except click.BadParameter as error:
        if isinstance(error, click.MissingParameter):
            return _misused(error)
        raise InputError(error.format_message()) from error
    except click.UsageError as error:
        return _misused(error)
    return done if isinstance(done, int) else 0


def _group(window: Window) -> Commands:
    @click.pass_context
    def start(ctx: click.Context, diary: str | None) -> int | None:
        ctx.obj = diary
        if ctx.invoked_subcommand is None:
            return _open(window, paths.default_diary() if diary is None else Path(diary))
        return None

    group = Commands(
        "symtrack",
        callback=start,
        invoke_without_command=True,
        params=[
            click.Option(["-d", "--diary"], metavar="FILE", help=_("The diary, if it is not the usual one.")),
            options.passphrase(),
            options.version(),
        ],
        help=_(
            "A private symptom diary. Without a command, or with the name of a diary (FILE.symtrack), it opens the "
            "window."
        ),
        epilog=_("Nobody is watching: symtrack sends nothing to anyone. If you feel unwell, ring your team."),
    )
    group.window = window
    spoken.speaking(group)
    return group


def _open(window: Window, diary: Path) -> int:
    return window(diary, opening.given())


def _misused(error: click.UsageError) -> int:
    for line in spoken.misuse(error):
        output.say(line)
    return 2
