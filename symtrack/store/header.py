"""What a diary’s file begins with: by that it is told from others before it is opened, and from older ones after."""

APPLICATION = 0x53594D54
"""SQLite's application id of a symtrack diary: “SYMT”."""
SCHEMA = 1
"""SQLite’s `user_version` of it: which tables it has."""
SQLITE = b"SQLite format 3\0"
LENGTH = 72


def is_plain(start: bytes) -> bool:
    """Whether a file’s first LENGTH bytes are a plain diary’s."""
    return start.startswith(SQLITE) and start[68:LENGTH] == APPLICATION.to_bytes(4, "big")
