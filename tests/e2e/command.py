"""The installed command, called as a person or a script calls it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = Path(os.environ.get("SYMTRACK_COMMAND") or Path(sys.executable).with_name("symtrack"))
"""Another one, such as a frozen build's, is named in SYMTRACK_COMMAND."""


SPOKEN_TO_PYTHON = ("PYTHON", "LC_", "LANG")
"""What begins so in the environment is read when Python starts."""


def symtrack(*given: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What the command does, in a process of its own that the beginner forks, or that is started where that differs."""
    arguments = [str(COMMAND), *map(str, given)]
    if "SYMTRACK_COMMAND" in os.environ or any(name.startswith(SPOKEN_TO_PYTHON) for name in environment):
        return subprocess.run(
            arguments, input=stdin, env={**os.environ, **environment}, capture_output=True, check=False, timeout=60
        )
    with TemporaryDirectory() as name:
        files = [Path(name, each) for each in ("in", "out", "err")]
        for file, content in zip(files, (stdin, b"", b""), strict=True):
            file.write_bytes(content)
        call = {
            "arguments": arguments,
            "folder": str(Path.cwd()),
            "environment": {**os.environ, **environment},
            "files": [str(file) for file in files],
        }
        return subprocess.CompletedProcess(arguments, _begun(json.dumps(call)), *(f.read_bytes() for f in files[1:]))


@cache
def _beginner() -> subprocess.Popen[str]:
    """Starts once in each process of the tests, and ends with it."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.beginner"],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _begun(call: str) -> int:
    """The exit code of the call."""
    beginner = _beginner()
    assert beginner.stdin is not None
    assert beginner.stdout is not None
    beginner.stdin.write(call + "\n")
    beginner.stdin.flush()
    ready, _w, _x = select([beginner.stdout], [], [], 60)
    assert ready, call
    return int(beginner.stdout.readline())


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
