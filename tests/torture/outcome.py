"""What was found in all cases of one fault."""

import os
from dataclasses import dataclass
from pathlib import Path

_MEMORY = Path("/dev/shm")
MEMORY = _MEMORY if os.access(_MEMORY, os.W_OK) else None
"""A folder in memory, where there is one: most cases are about what is written, not about the disk."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many cases there were; `lost` counts acknowledged entries that were gone, `crashed` openings that broke."""

    fault: str
    cases: int
    lost: int
    crashed: int
    said: int = 0
