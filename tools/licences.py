"""Writes docs/licences.md from the packages that symtrack needs: `python -m tools.licences`.

`python -m tools.licences check` says whether the page is true and each licence one that may go along; `copy FOLDER`
puts the words of the licences there, for whoever gives symtrack on in one piece.
"""

import re
import shutil
import sys
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

from tools.distributions import ROOT, Needed, closure, texts

PAGE = ROOT / "docs" / "licences.md"
OLDEST = (3, 11)

ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "LGPL-3.0-only", "LicenseRef-Public-Domain"),
    *("MIT", "OFL-1.1", "PSF-2.0", "Zlib"),
}
"""What may go along with a program under the MIT licence that everybody may give on."""

INTRODUCTION = """# Licences of what symtrack needs

*Written by `python -m tools.licences` from the packages themselves. A licence that is not on its list ends the build.*

symtrack itself is under the MIT licence. To run it needs the packages below, in the versions that `requirements.lock`
names. The tools of development are no part of this, and none of them is given on.

| package | version | licence | why it is here |
|---|---|---|---|
"""

AFTER = """
## What is inside of them

- **Qt** comes with PySide6, as libraries of its own beside the program. It is used under the LGPL 3:
  [Qt’s licence](qt-lgpl.md) says what that asks of whoever gives symtrack on, and how Qt is
  exchanged for another build of it.
- **sqlcipher3** holds SQLCipher (BSD-3-Clause), SQLite (public domain) and OpenSSL (Apache-2.0).
- **typst** holds its own fonts (OFL-1.1 and the like), of which the paper uses none.
- **numpy** holds OpenBLAS (BSD-3-Clause) and GCC’s run-time libraries (GPL-3.0 with the exception that lets any
  program use them).
- **font-source-sans-pro** holds Source Sans Pro; the frozen build takes two faces of it, with their licence.
- The frozen build holds **Python** (PSF-2.0), begun by the loader of **PyInstaller** (GPL-2.0 with an exception for
  what it builds).
"""


def reasons() -> dict[str, str]:
    """What pyproject.toml says beside each package that it names."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return dict(re.findall(r'^  "([a-z0-9-]+)[^"]*", +# (.+)$', text, re.MULTILINE))


def page() -> str:
    """The whole page."""
    why, versions = reasons(), locked()
    return (
        INTRODUCTION + "".join(_line(each, versions[each.name], why.get(each.name, "")) for each in closure()) + AFTER
    )


def locked() -> dict[str, str]:
    """The version of each package in the lock, two where it depends on the Python."""
    found: dict[str, str] = {}
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE):
        found[name] = f"{found[name]}, {version}" if name in found else version
    return found


def _line(needed: Needed, version: str, why: str) -> str:
    others = ", ".join(f"`{name}`" for name in needed.asked_by)
    return f"| {needed.name} | {version} | {needed.licence} | {why or f'asked for by {others}'} |\n"


def refused() -> list[str]:
    """A sentence for each package whose licence is not on the list; of alternatives one must be."""
    return [
        f"{needed.name} {needed.version} is under {needed.licence}, which is not on the list of tools/licences.py."
        for needed in closure()
        if not _is_allowed(needed.licence)
    ]


def _is_allowed(expression: str) -> bool:
    """Whether one of the alternatives (OR) consists (AND) of licences that are on the list."""
    plain = expression.replace("(", "").replace(")", "")
    return any(set(all_of.split(" AND ")) <= ALLOWED for all_of in plain.split(" OR "))


def copy(folder: Path) -> None:
    """Put the words of each licence into the folder, as a frozen build has to have them along."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "LICENSE", folder / "symtrack.txt")
    shutil.copy(ROOT / "docs" / "qt-lgpl.md", folder / "qt.md")
    # Qt's wheels come without the words of their licence, which have to go along with them.
    for text in (ROOT / "packaging" / "licences").iterdir():
        shutil.copy(text, folder / text.name)
    shutil.copy(Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), folder / "python.txt")
    for text in texts(distribution("pyinstaller")):
        shutil.copyfile(text, folder / "pyinstaller.txt")
    for needed in closure():
        for place, text in enumerate(needed.texts):
            name = f"{needed.name}{f'-{place}' if place else ''}.txt"
            shutil.copyfile(text, folder / name)


def main(*given: str) -> int:
    if given[:1] == ("copy",):
        copy(Path(given[1]))
        return 0
    wrong = refused()
    if given == ("check",):
        # A newer Python needs less, so the page is written by the oldest.
        if sys.version_info[:2] == OLDEST and PAGE.read_text(encoding="utf-8") != page():
            wrong.append("docs/licences.md is not what python -m tools.licences writes.")
    else:
        PAGE.write_text(page(), encoding="utf-8")
    for sentence in wrong:
        print(f"symtrack: {sentence}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
