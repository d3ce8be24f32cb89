"""A file that is written whole, or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, parts: Iterable[bytes]) -> None:
    """Writes the parts beside `path`, has the disk keep them, and only then gives them its name.

    OSError when that is not possible; then nothing of it is left, and what stood at `path` still does.
    """
    new = path.with_name(f".{os.urandom(16).hex()}.part")
    try:
        with new.open("xb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
