"""What was found in all cases of one fault."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many cases there were; `lost` counts acknowledged entries that were gone, `crashed` openings that broke."""

    fault: str
    cases: int
    lost: int
    crashed: int
    said: int = 0
