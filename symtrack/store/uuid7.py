"""UUIDv7 keys (RFC 9562): in the order of time, unique on every computer without asking another one."""

import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime

RandomBits = Callable[[int], int]

_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_LAST = "e677d21f-dbff"
"""How the keys of the last millisecond of the year 9999 begin, which no date can go beyond."""

_RANDOM = 74
"""Random bits: 12 after the version and 62 after the variant."""


class Keys:
    """New keys, each greater than the one before and than `after`.

    The greatest key that the file has is the floor: so the order of keys is the order in which the rows were written,
    also when the clock was set back in between.
    """

    def __init__(self, now: datetime, after: str | None = None, *, bits: RandomBits = secrets.randbits) -> None:
        self._bits = bits
        self._now = int(now.timestamp() * 1000)
        self._last = _split(after) if after else (0, 0)

    def next(self) -> str:
        stamp, random = self._last
        if self._now > stamp:
            self._last = self._now, self._bits(_RANDOM)
        elif (random := random + 1 + self._bits(32)) < 1 << _RANDOM:
            self._last = stamp, random
        else:
            self._last = stamp + 1, self._bits(_RANDOM)
        return _join(*self._last)


def is_key(value: object) -> bool:
    """Whether a key can be made after this one; after anything else the diary could take no row any more."""
    return isinstance(value, str) and _KEY.fullmatch(value) is not None and value[: len(_LAST)] <= _LAST


def made_at(key: str) -> datetime:
    """The moment at which the key was made, in this computer's time."""
    return datetime.fromtimestamp((_number(key) >> 80) / 1000, UTC).astimezone()


def _join(stamp: int, random: int) -> str:
    high, low = random >> 62, random & ((1 << 62) - 1)
    figures = f"{stamp << 80 | 7 << 76 | high << 64 | 2 << 62 | low:032x}"
    return "-".join((figures[:8], figures[8:12], figures[12:16], figures[16:20], figures[20:]))


def _split(key: str) -> tuple[int, int]:
    number = _number(key)
    return number >> 80, (number >> 64 & 0xFFF) << 62 | number & ((1 << 62) - 1)


def _number(key: str) -> int:
    return int(key.replace("-", ""), 16)
