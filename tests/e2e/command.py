"""The installed command, called as a person or a script calls it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

COMMAND = Path(os.environ.get("SYMTRACK_COMMAND") or Path(sys.executable).with_name("symtrack"))
"""Another one, such as a frozen build's, is named in SYMTRACK_COMMAND."""


def symtrack(*given: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What the installed command does."""
    return subprocess.run(
        [COMMAND, *map(str, given)],
        input=stdin,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


def done(*given: object, stdin: bytes = b"", **environment: str) -> str:
    """The standard output of a call that has to succeed."""
    called = symtrack(*given, stdin=stdin, **environment)
    assert (called.returncode, b"Traceback" in called.stderr) == (0, False), called.stderr.decode()
    return called.stdout.decode("utf-8")


def refused(*given: object, code: int = 1) -> str:
    """The one sentence of a call that has to be refused."""
    called = symtrack(*given)
    said = called.stderr.decode("utf-8")
    assert (called.returncode, called.stdout) == (code, b""), said
    assert (len(said.splitlines()), "Traceback" in said) == (1, False), said
    return said


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


_MADE: dict[Callable[[Path], object], bytes] = {}


def made_once(path: Path, make: Callable[[Path], object]) -> Path:
    """The file that `make` writes at the path by calling the command; from the second time on a copy of it."""
    if make in _MADE:
        path.write_bytes(_MADE[make])
    else:
        make(path)
        _MADE[make] = path.read_bytes()
    return path
