"""Nothing is sent anywhere: the kernel ends whatever asks for an internet socket, and everything still works."""

import ctypes
import errno
import os
import platform
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from signal import SIGSYS
from time import monotonic

import pytest

from tests.e2e.command import COMMAND, objects
from tests.e2e.test_window import PATIENCE, rows_of, xdotool

SOCKET = {"x86_64": 41, "aarch64": 198}
"""The number of the system call socket(2)."""
INTERNET = (2, 10)
"""AF_INET and AF_INET6."""
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_NUMBER, _FIRST = 0, 16
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def without_internet() -> None:
    """From here on, for this process and its children, asking for an internet socket is the end (SIGSYS)."""
    steps = [
        (_LOAD, 0, 0, _NUMBER),
        (_EQUAL, 0, 4, SOCKET[platform.machine()]),
        (_LOAD, 0, 0, _FIRST),
        (_EQUAL, 1, 0, INTERNET[0]),
        (_EQUAL, 0, 1, INTERNET[1]),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    ]
    packed = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(packed))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0):
        raise OSError(ctypes.get_errno(), errno.errorcode.get(ctypes.get_errno(), ""))


def run(*given: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        list(map(str, given)),
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        preexec_fn=without_internet,
    )


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_the_guard_bites(family: str) -> None:
    """A program that asks for such a socket is ended, so the tests below mean something."""
    asked = run(sys.executable, "-c", f"import socket; socket.socket(socket.{family})")
    assert asked.returncode == -SIGSYS


def test_no_command_asks_for_the_internet(tmp_path: Path) -> None:
    """From the first entry to the paper, the passphrase and the shared folder."""
    diary, words, folder = tmp_path / "diary.symtrack", tmp_path / "words", tmp_path / "shared"
    words.write_text("geese at noon")
    folder.mkdir()
    for given in (
        ("demo", "-d", tmp_path / "demo.symtrack", "--days", "60"),
        ("flags", "-d", tmp_path / "demo.symtrack"),
        ("add", "-d", diary, "pain=6", "--note", "slept"),
        ("report", "-d", diary, "-o", tmp_path / "summary.pdf"),
        ("export", "-d", diary, "--format", "json", "-o", tmp_path / "all.json"),
        ("import", "-d", tmp_path / "copy.symtrack", tmp_path / "all.json"),
        ("backup", "-d", diary),
        ("passphrase", "--set", "-d", diary, "--new-passphrase-file", words),
        ("sync", folder, "-d", diary, "--passphrase-file", words),
        ("merge", "-d", diary, tmp_path / "copy.symtrack", "--passphrase-file", words),
        ("check", "-d", diary, "--passphrase-file", words),
        ("rules",),
    ):
        done = run(COMMAND, *given)
        assert done.returncode == 0, (given, done.returncode, done.stderr)
    assert len(objects(run(COMMAND, "show", "--json", "-d", diary, "--passphrase-file", words).stdout.decode())) == 1


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """The window under the same guard; it takes keys by their names."""
    program = subprocess.Popen(
        [COMMAND, str(tmp_path / "diary.symtrack")],
        stderr=subprocess.DEVNULL,
        preexec_fn=without_internet,  # noqa: PLW1509 - the tests have no threads
    )
    found = xdotool("search", "--sync", "--onlyvisible", "--name", "symtrack").split()[0]
    xdotool("windowfocus", "--sync", found)

    def press(*keys: str) -> None:
        for key in keys:
            xdotool("key", "--window", "0", key)

    yield press
    assert program.poll() is None
    program.terminate()
    with suppress(subprocess.TimeoutExpired):
        program.wait(PATIENCE)


def test_the_window_does_not_ask_for_it_either(window: Callable[..., None], tmp_path: Path) -> None:
    """An entry, every page, the copy that is made by itself."""
    window("7", "Return")
    assert rows_of(tmp_path / "diary.symtrack", wanted=1) == [("pain", 7, "patient")]
    window("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+1", "2", "Return")
    assert len(rows_of(tmp_path / "diary.symtrack", wanted=2)) == 2
    copies, end = Path(os.environ["HOME"]) / "Documents", monotonic() + PATIENCE
    while not list(copies.rglob("*.symtrack")) and monotonic() < end:
        window("ctrl+1")
    assert list(copies.rglob("*.symtrack"))
