"""What the environment of the call says."""

import os

from symtrack.store.vault import Passphrase

VARIABLE = "SYMTRACK_PASSPHRASE"


def passphrase() -> Passphrase | None:
    """The passphrase that it gives, if any."""
    text = os.environ.get(VARIABLE)
    return Passphrase(text) if text else None
