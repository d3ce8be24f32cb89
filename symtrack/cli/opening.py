"""Opening the diary that a command is about, with its passphrase where it has one.

A passphrase comes from --passphrase-file, from SYMTRACK_PASSPHRASE, or is asked for on a terminal; never from an
argument, which every program on the computer could read.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from symtrack.cli import environment, options
from symtrack.cli.environment import VARIABLE
from symtrack.errors import InputError, SealedError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.store import DiaryStore
from symtrack.store.vault import Passphrase, Secret

T = TypeVar("T")
LONGEST = 1 << 16


def opened(diary: Path, *, create: bool = False) -> DiaryStore:
    """The diary; sealed from the beginning when there is none yet and a passphrase is set.

    SealedError when the passphrase is not the diary's, or is needed and can't be asked for.
    """
    return unlocked(lambda secret: DiaryStore.open(diary, create=create, secret=secret))


def unlocked(act: Callable[[Secret | None], T]) -> T:
    """What `act` gives with the passphrase; without one that was given it is asked for once it is needed."""
    secret = given()
    try:
        return act(secret)
    except SealedError as error:
        if secret is not None:
            raise
        how = _("Its passphrase is given with --passphrase-file or {name}.").format(name=VARIABLE)
        return act(_asked(error, _("Passphrase"), how))


def other_unlocked(named: str | None, act: Callable[[Secret | None], T]) -> T:
    """What `act` gives with the passphrase of a copy, which stands in the file `named`.

    Without a file the diary's own is tried (`act` with None, then what was given), and then it is asked for.
    """
    if named is not None:
        return act(in_file(Path(named)))
    refused = SealedError()
    for secret in dict.fromkeys((None, given())):
        try:
            return act(secret)
        except SealedError as error:
            refused = error
    how = _("Its passphrase is given with --other-passphrase-file.")
    return act(_asked(refused, _("Passphrase of the copy"), how))


def given() -> Passphrase | None:
    """The passphrase that the call or its environment gives, if any."""
    named = click.get_current_context().meta.get(options.UNLOCKING)
    if named is not None:
        return in_file(Path(named))
    return environment.passphrase()


def in_file(path: Path) -> Passphrase:
    """The passphrase that a file holds, without the end of its line. InputError when there is none to read."""
    return Passphrase(first_line(path))


def first_line(path: Path) -> str:
    """What stands in a small file of one line. InputError when it can’t be read, or holds more."""
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST + 1)
    except OSError as error:
        raise InputError(_("The file {path} can’t be read: {why}.").format(path=path, why=reason(error))) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(_("The file {path} is not text.").format(path=path)) from None
    lines = text.splitlines()
    if len(lines) != 1 or len(content) > LONGEST:
        raise InputError(_("The file {path} should hold one line, and nothing else.").format(path=path))
    return lines[0]


def chosen(named: str | None) -> Passphrase:
    """A new passphrase: from the file that is named, or typed twice on a terminal."""
    if named is not None:
        return in_file(Path(named))
    if not _on_terminal():
        raise InputError(_("A new passphrase is given with --new-passphrase-file, or typed on a terminal."))
    text = click.prompt(_("New passphrase"), hide_input=True, confirmation_prompt=_("Once more"), err=True)
    return Passphrase(str(text))


def _asked(error: SealedError, what: str, how: str) -> Passphrase:
    if not _on_terminal():
        raise SealedError(f"{error} {how}") from error
    return Passphrase(str(click.prompt(what, hide_input=True, err=True)))


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()
