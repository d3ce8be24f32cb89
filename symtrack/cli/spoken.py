"""What click says by itself, in the person's language: the words around the help, and what is wrong with a call."""

import re
from collections.abc import Iterable, Iterator

import click

from symtrack.i18n import N_, _

_TOO_MANY = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
SECTIONS = {"Options": N_("Options"), "Commands": N_("Commands")}


class Formatter(click.HelpFormatter):
    """Click's help under headings in the person's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        # Translators: Above how a command is called: “Usage: symtrack add [OPTIONS]”.
        super().write_usage(prog, args, _("Usage:") + " " if prefix is None else prefix)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        # Translators: Behind an option that has to be given.
        told = [(name, words.replace("[required]", _("[needed]"))) for name, words in rows]
        super().write_dl(told, col_max, col_spacing)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_(SECTIONS.get(heading, heading)))


class Context(click.Context):
    formatter_class = Formatter


def speaking(command: click.Command) -> None:
    """Have the command's help say everything in the person's language."""
    command.context_class = Context
    command.add_help_option = False
    command.params.append(
        click.Option(
            ["--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help=_("Show this, and nothing else."),
        )
    )


def _show_help(ctx: click.Context, _param: click.Parameter, value: object) -> None:
    if value:
        click.echo(ctx.get_help())
        ctx.exit()


def misuse(error: click.UsageError) -> Iterator[str]:
    """How the command is called, what was wrong with the call, and where to read more."""
    if error.ctx is not None:
        yield error.ctx.get_usage()
    yield _sentence(error)
    if error.ctx is not None:
        yield _("More is said by: {command}").format(command=f"{error.ctx.command_path} --help")


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return _("There is no option “{name}” here.").format(name=error.option_name)
        case click.NoSuchCommand():
            # Translators: In English these are the words of every other program, which scripts look for.
            return _("No such command “{name}”.").format(name=error.command_name)
        case click.MissingParameter():
            return _("“{name}” is missing.").format(name=_name(error.param))
        case click.BadOptionUsage():
            return _("“{name}” can’t be used like that.").format(name=error.option_name)
    # Click has no class of its own for this, only a sentence.
    more = _TOO_MANY.fullmatch(error.format_message())
    return _("This is too much here: {words}").format(words=more[1]) if more else error.format_message()


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.human_readable_name) if isinstance(param, click.Argument) else ""
