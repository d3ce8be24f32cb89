"""A clock that a test sets."""

from datetime import datetime


class Clock:
    """Says the same moment until `now` is another."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now
