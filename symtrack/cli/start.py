"""The command `symtrack`: which module a command is in, and what becomes of an error.

Exit codes: 0 done; 1 the world's or the content's error, a bad value included, in one sentence; 2 an unknown command
or option, or a missing argument; 130 interrupted; 141 nobody reads the output any more.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from symtrack import i18n, log, paths
from symtrack.cli import options, output
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.settings import Preferences
from symtrack.store.vault import Secret

DIARY_SUFFIX = ".symtrack"
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

Window = Callable[[Path, Secret | None], int]


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
            return made
        if name.endswith(DIARY_SUFFIX):
            return click.Command(name, callback=lambda: _open(self.window, Path(name)), add_help_option=False)
        return None


def main(given: Sequence[str], *, window: Window) -> int:
    """Does what the arguments say; the exit code. `window` opens a diary in the window."""
    _speak()
    try:
        group = _group(window)
        with group.make_context(paths.APP, list(given)) as ctx:
            done = group.invoke(ctx)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (KeyboardInterrupt, click.Abort):  # Abort: Ctrl+C or the end of the input, while something is asked for.
        return 130
    except click.BadParameter as error:
        if isinstance(error, click.MissingParameter):
            return _misused(error)
        output.say(error.format_message())
        return 1
    except click.UsageError as error:
        return _misused(error)
    except SymtrackError as error:
        output.say(str(error))
        return 1
    except BrokenPipeError:
        _drop_output()
        return 141
    except OSError as error:
        _drop_output()
        output.say(_("This computer did not let symtrack go on: {why}.").format(why=error.strerror or error))
        return 1
    except Exception as error:  # noqa: BLE001 - the one place where an error of our own becomes a sentence
        output.say(log.keep(error))
        return 1
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
    return group


def _open(window: Window, diary: Path) -> int:
    from symtrack.cli.opening import given

    return window(diary, given())


def _speak() -> None:
    """The chosen language, otherwise the system's; UTF-8 whatever the system says, since programs read the output."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        i18n.use(Preferences.load(paths.settings_file()).language or i18n.system_code())
    except SymtrackError:
        i18n.use(i18n.system_code())


def _drop_output() -> None:
    """Otherwise Python would try once more, when it ends, to write what is left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _misused(error: click.UsageError) -> int:
    error.show()
    return 2
