"""What the system says when it refuses something, in the person's language."""

from symtrack.i18n import N_, _

USUAL = (
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Is a directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("File name too long"),
    N_("Input/output error"),
)
"""As Linux and macOS say them; Windows says its own in its own language."""


def reason(error: OSError) -> str:
    """What went wrong: in the person's language where it is one of the usual things, else as the system says it."""
    return _(error.strerror) if error.strerror in USUAL else error.strerror or str(error)
