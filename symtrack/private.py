"""So that nobody else on this computer reads what the program writes."""

import os
import sys
from contextlib import suppress

OWN = 0o077
"""What nobody but the owner may do with files (so 0600) and folders (0700) that are made."""


def begin() -> None:
    """New files and folders are the person's own, and a crash leaves no picture of the memory on the disk."""
    os.umask(OWN)
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
