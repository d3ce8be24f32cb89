"""Moving in: a file of another app is read, what becomes of it is shown and chosen, and only then it comes in."""

from symtrack.ui.moving.page import MovingPage

__all__ = ["MovingPage"]
