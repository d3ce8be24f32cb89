"""What a plain diary begins with, so that one can be told from something else before anything is opened."""

APPLICATION = 0x53594D54
"""SQLite's application id of a symtrack diary: “SYMT”."""
SQLITE = b"SQLite format 3\0"
LENGTH = 72


def is_plain(start: bytes) -> bool:
    """Whether a file’s first LENGTH bytes are a plain diary’s."""
    return start.startswith(SQLITE) and start[68:LENGTH] == APPLICATION.to_bytes(4, "big")
