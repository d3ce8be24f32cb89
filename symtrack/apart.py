"""Work in a process of its own, which a window need not wait for and can stop: a call goes in, a value comes out.

Both go through the process's own pipes, and nothing else is shared: what the work needs goes along as a copy.
"""

import sys
from collections.abc import Callable
from types import TracebackType

from symtrack import i18n, log
from symtrack.errors import InputError, SymtrackError

ARGUMENT = "--apart"
Work = Callable[[], object]
"""Something that can be pickled, such as an object of a class of ours that can be called."""


def command() -> list[str]:
    """How this program is started for it, whatever folder it is started in."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, ARGUMENT] if frozen else [sys.executable, "-P", "-m", "symtrack", ARGUMENT]


def given(work: Work) -> bytes:
    """What goes in: the work, and the language that is spoken here."""
    import pickle

    return pickle.dumps((work, i18n.code()))


def made(said: bytes) -> object:
    """What came out: a value, or the SymtrackError that the work ended with."""
    import pickle

    return pickle.loads(said)  # noqa: S301 - it comes from this program's own process, through its own pipe


def serve() -> int:
    """Do what comes in; the exit code. What nobody foresaw goes into the log, and nothing out."""
    import pickle

    sys.excepthook = _keep
    work, language = pickle.load(sys.stdin.buffer)  # noqa: S301 - the same
    with i18n.speaking(_language(language)):
        value = _value(work)
    pickle.dump(value, sys.stdout.buffer)
    sys.stdout.buffer.flush()
    return 0


def _value(work: Work) -> object:
    try:
        return work()
    except SymtrackError as error:
        return error


def _language(code: str) -> i18n.Language:
    """The language; where it has no sentences of its own, English ones with its dates and numbers."""
    try:
        return i18n.load(code)
    except InputError:
        return i18n.Language(code)


def _keep(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    log.keep(error)
