"""The part of the system that symtrack needs: libraries for Qt, programs for the tests.

Called as `system.py [PART…]`. The parts are `window`, `tests`, `build`, `peers`, and `note`, with which a missing thing
is mentioned but stops nothing. What is missing is found by asking the dynamic linker about Qt's own files; apt-get
brings it where that is allowed.
"""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest", "QtPrintSupport")


PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
}
"""Which Debian and Ubuntu package holds a library, where the name does not say it itself."""

VALIDATING = {"desktop-file-validate": "desktop-file-utils", "appstreamcli": "appstream"}
"""What reads the files that tell a desktop about symtrack, and the package that each comes in."""

PROGRAMS = {
    **VALIDATING,
    "Xvfb": "xvfb",
    "xvfb-run": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "pdftotext": "poppler-utils",
    "curl": "curl",
    "dbus-run-session": "dbus",
}
"""What the tests run, and the package that each comes in."""

BUILDING = {
    **PROGRAMS,
    "dpkg-shlibdeps": "dpkg-dev",
    "lintian": "lintian",
    "mmdebstrap": "mmdebstrap",
    "objdump": "binutils",
    "update-mime-database": "shared-mime-info",
}
"""What makes the packages and tries them."""

READING = {
    "import gi": {"python3-gi": "python3-gi"},
    "import gi; gi.require_version('Atspi', '2.0')": {"Atspi-2.0": "gir1.2-atspi-2.0"},
}
"""What the system's own Python must be able to do to read a window as a screen reader does, and what brings it."""

PEERS = {
    "libasound.so.2": "libasound2",
    "libnss3.so": "libnss3",
    "libpulse.so.0": "libpulse0",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
}
"""What the programs need that are measured beside this one, and what brings it."""

BUS = {Path("/usr/share/dbus-1/services/org.a11y.Bus.service"): "at-spi2-core"}
"""The bus that windows and screen readers meet on."""


def package(library: str) -> str:
    """The package of a library: `libxcb-cursor.so.0` is in `libxcb-cursor0`."""
    stem, _, version = library.partition(".so.")
    dash = "-" if stem[-1:].isdigit() else ""
    return PACKAGES.get(library) or f"{stem.lower()}{dash}{version.partition('.')[0]}"


def platforms(parts: set[str]) -> list[str]:
    """Qt's names for what it has to draw on: the tests use X, the window what this session has, a package all."""
    found = ["offscreen"]
    if parts & {"tests", "build"} or os.environ.get("DISPLAY"):
        found.append("xcb")
    if "build" in parts or os.environ.get("WAYLAND_DISPLAY"):
        found.append("wayland")
    return found


def missing_libraries(parts: set[str]) -> set[str]:
    """The libraries that Qt's modules and platform plugins ask for and this system has not got."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None or not shutil.which("ldd"):
        return set()  # Not Linux: there the wheels bring all that they need.
    home = Path(spec.origin).parent
    files = [home / f"{name}.abi3.so" for name in MODULES]
    plugins = home / "Qt" / "plugins"
    files += [plugins / "platforms" / f"libq{name}.so" for name in platforms(parts)]
    if "build" in parts:
        files.append(plugins / "printsupport" / "libcupsprintersupport.so")
    asked = subprocess.run(["ldd", *(f for f in files if f.exists())], capture_output=True, text=True, check=False)
    return set(re.findall(r"^\s*(\S+) => not found", asked.stdout, re.MULTILINE))


def missing(parts: set[str]) -> dict[str, str]:
    """What the parts need and is not here, with the package that brings it."""
    found: dict[str, str] = {}
    if parts & {"window", "tests", "build"}:
        found |= {library: package(library) for library in missing_libraries(parts)}
    if "build" in parts and sys.platform == "linux":
        found |= {program: held for program, held in BUILDING.items() if not shutil.which(program)}
    if "tests" in parts:
        found |= {program: held for program, held in PROGRAMS.items() if not shutil.which(program)}
        found |= {str(file): held for file, held in BUS.items() if not file.exists()}
        found |= missing_for_reading()
    if "peers" in parts:
        found |= missing_for_peers()
    return found


def missing_for_peers() -> dict[str, str]:
    """What the dynamic linker does not find of PEERS."""
    linker = shutil.which("ldconfig", path="/usr/sbin:/sbin")
    if linker is None:
        return {}
    known = subprocess.run([linker, "-p"], capture_output=True, text=True, check=False).stdout
    return {library: held for library, held in PEERS.items() if library not in known}


def missing_for_reading() -> dict[str, str]:
    """What the system's own Python lacks; the last of READING needs all that is before it."""
    *_before, whole = READING
    if _can(whole):
        return {}
    return {name: held for words, brings in READING.items() if not _can(words) for name, held in brings.items()}


def _can(words: str) -> bool:
    python = shutil.which("python3", path="/usr/bin:/bin")
    return python is not None and not subprocess.run([python, "-c", words], capture_output=True, check=False).returncode


def as_root() -> list[str] | None:
    """What to put before a command that root must run, or None where that is not allowed without a password."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    allowed = shutil.which("sudo") and not subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode
    return sudo if allowed else None


def installed(packages: list[str]) -> bool:
    """Whether apt-get brought the packages; its own words are shown only when it did not."""
    root = as_root()
    if root is None or not shutil.which("apt-get"):
        return False
    say(f"installing {', '.join(packages)}")
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # The lists may be older than the archive; without a network they may still do.
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    sys.stderr.write(done.stderr if done.returncode else "")
    return not done.returncode


def say(sentence: str) -> None:
    print(f"symtrack: {sentence}", file=sys.stderr)


def main(*parts: str) -> int:
    """0 when nothing is missing (any more), or only `note` was asked for; otherwise 1, and a sentence says what."""
    wanted = set(parts)
    lacking = missing(wanted)
    if lacking and installed(sorted(set(lacking.values()))):
        lacking = missing(wanted)
    if not lacking:
        return 0
    command = f"sudo apt-get install --no-install-recommends {' '.join(sorted(set(lacking.values())))}"
    names = ", ".join(sorted(lacking))
    if "note" in wanted:
        say(f"A window will need {names}. This brings it: {command}")
        return 0
    say(f"This computer lacks {names}. Run this, then try again: {command}")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
