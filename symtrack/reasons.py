"""What the system says when it refuses something, in the person's language."""

from symtrack.i18n import N_, _

USUAL = {
    "No such file or directory": N_("No such file or directory"),
    "Not a directory": N_("Not a directory"),
    "Is a directory": N_("Is a directory"),
    "Permission denied": N_("Permission denied"),
    "Operation not permitted": N_("Operation not permitted"),
    "Read-only file system": N_("Read-only file system"),
    "No space left on device": N_("No space left on device"),
    "File name too long": N_("File name too long"),
    "Input/output error": N_("the disk could not be read or written"),
}
"""As Linux and macOS say them, and what is said for them; Windows says its own in its own language."""


def reason(error: OSError) -> str:
    """What went wrong: in the person's language where it is one of the usual things, else as the system says it."""
    why = error.strerror or str(error)
    return _(USUAL[why]) if why in USUAL else why
