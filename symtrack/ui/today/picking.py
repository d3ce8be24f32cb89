"""Which answer a key picks. Nothing depends on how fast one key follows another."""

from symtrack.diary.instrument import MOST
from symtrack.diary.rows import Answer

DECLINED = "declined"


def picked(text: str, before: str) -> Answer | None:
    """What the key that writes `text` picks after the one that wrote `before`; None when it picks nothing new.

    A hand that trembles presses twice, so the same key again changes nothing: 1 0 0 is still ten.
    """
    key = text.casefold()
    if not key or key == before.casefold():
        return None
    if key == "t" or (key == "0" and before == "1"):
        return MOST, None
    if key == "-":
        return None, DECLINED
    return (int(key), None) if len(key) == 1 and key in "0123456789" else None


def picks(text: str) -> bool:
    """Whether the key picks an answer at all."""
    return picked(text, "") is not None
