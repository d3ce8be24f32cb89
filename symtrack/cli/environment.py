"""What the environment of the call says."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from symtrack.store.vault import Passphrase

VARIABLE = "SYMTRACK_PASSPHRASE"


def passphrase() -> "Passphrase | None":
    """The passphrase that it gives, if any."""
    text = os.environ.get(VARIABLE)
    if not text:
        return None
    from symtrack.store.vault import Passphrase

    return Passphrase(text)
