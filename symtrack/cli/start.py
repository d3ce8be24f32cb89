"""The command `symtrack`: the window at once, or one of the commands, and what becomes of an error.

Exit codes: 0 done; 1 the world's or the content's error, a bad value included, in one sentence; 2 an unknown command
or option, or a missing argument; 130 interrupted; 141 nobody reads the output any more.
"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack import i18n, log, paths
from symtrack.cli import environment
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.settings import Preferences

if TYPE_CHECKING:
    from symtrack.cli.group import Window


def main(given: Sequence[str], *, window: "Window") -> int:
    """Does what the arguments say; the exit code. `window` opens a diary in the window."""
    _stand_in()
    _speak()
    try:
        code = _done(given, window)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except SymtrackError as error:
        _say(str(error))
        return 1
    except BrokenPipeError:
        _drop_output()
        return 141
    except OSError as error:
        _drop_output()
        _say(_("This computer did not let symtrack go on: {why}.").format(why=reason(error)))
        return 1
    except Exception as error:  # noqa: BLE001 - the one place where an error of our own becomes a sentence
        _say(log.keep(error))
        return 1
    return code


def _done(given: Sequence[str], window: "Window") -> int:
    # The window need not wait for what reads arguments when there is none to read but a diary's name.
    if not given:
        return window(paths.default_diary(), environment.passphrase())
    if len(given) == 1 and given[0].endswith(paths.SUFFIX) and not given[0].startswith("-"):
        return window(Path(given[0]), environment.passphrase())
    from symtrack.cli import group

    return group.run(given, window)


def _stand_in() -> None:
    """Nothing to read, and nobody who reads, for a stream that was closed or that a window on Windows never had.

    Otherwise the next file, which may be the diary, would get its number from the system.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _say(sentence: str) -> None:
    from symtrack.cli import output

    output.say(sentence)


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
