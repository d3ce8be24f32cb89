"""`symtrack` and `python -m symtrack`."""

import gc
import os
import sys

TYPE_CHECKING = False  # What `typing` calls so: to import it takes longer than to press Ctrl+C.
if TYPE_CHECKING:
    from pathlib import Path

    from symtrack.store.vault import Secret


def main() -> None:
    """Everything is imported within it, so that Ctrl+C is quiet from the beginning."""
    try:
        code = _done()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _done() -> int:
    from symtrack import apart, private

    private.begin()
    # numpy would start a thread for each core, which takes as long as all else in its import. Nothing here multiplies
    # so much at once that a second core could help.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.argv[1:] == [apart.ARGUMENT]:
        return apart.serve()
    from symtrack.cli.start import main as start

    return start(sys.argv[1:], window=_window)


def _window(diary: "Path", secret: "Secret | None") -> int:
    # What a start makes stays. To look through it for what might go takes a twelfth of the time until Today is there,
    # which has that begun once it can be seen.
    gc.disable()
    try:
        from symtrack.app import run
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "symtrack":
            raise
        from symtrack.errors import SymtrackError
        from symtrack.i18n import _

        raise SymtrackError(
            _("The window can’t open: Qt for Python (PySide6) is not here, or lacks something ({why}).").format(
                why=error
            )
        ) from error
    return run(diary, secret)


if __name__ == "__main__":
    main()
