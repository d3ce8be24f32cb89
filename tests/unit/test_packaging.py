"""What the packages are made from: files that a desktop reads, locks, licences, recipes that nobody could try here."""

import os
import re
import runpy
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import pytest

from symtrack import __version__, paths
from symtrack.paths import SUFFIX
from tools import licences
from tools.distributions import closure

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
DESKTOP = PACKAGING / "linux" / "symtrack.desktop"
METAINFO = PACKAGING / "linux" / "org.symtrack.symtrack.metainfo.xml"
MIME = PACKAGING / "linux" / "symtrack.mime.xml"
MADE = ("build/", "dist/")
"""Where the recipes find what other steps have made."""


def entry() -> dict[str, str]:
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DESKTOP, encoding="utf-8")
    return dict(read["Desktop Entry"])


def test_a_double_click_on_a_diary_opens_it() -> None:
    """The kind of file that is known by its suffix is the one that the entry takes, and it is given to the command."""
    kind = ET.parse(MIME).getroot()[0]
    (glob,) = (each for each in kind if each.tag.endswith("glob"))
    assert glob.get("pattern") == f"*{SUFFIX}"
    assert entry()["MimeType"] == f"{kind.get('type')};"
    assert entry()["Exec"] == "symtrack %f"
    assert ET.parse(METAINFO).findtext("provides/mediatype") == kind.get("type")


def test_a_window_is_known_by_its_entry() -> None:
    """The name that the window gives itself is the entry's own, so that a desktop shows its icon."""
    assert DESKTOP.stem == entry()["StartupWMClass"] == entry()["Icon"] == paths.APP


def test_the_newest_release_is_this_version() -> None:
    """Who looks symtrack up in a software centre reads the version that is installed."""
    newest = ET.parse(METAINFO).find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__


def test_every_licence_may_go_along_and_is_told() -> None:
    """What symtrack is given on with is under licences that allow it, and docs/licences.md names each."""
    assert licences.refused() == []
    page = licences.PAGE.read_text(encoding="utf-8")
    assert [each.name for each in closure() if f"| {each.name} | " not in page] == []
    assert licences.main("check") == 0


def test_a_licence_that_binds_symtrack_itself_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package under the GPL alone would end the build; one that leaves the choice would not."""
    monkeypatch.setattr(licences, "ALLOWED", licences.ALLOWED - {"LGPL-3.0-only"})
    assert [line.split()[0] for line in licences.refused()] == ["pyside6-essentials", "shiboken6"]


@pytest.mark.parametrize("file", [f for f in sorted(PACKAGING.rglob("*")) if f.is_file()], ids=lambda f: f.name)
def test_a_recipe_names_files_that_are_there(file: Path) -> None:
    """Also those for systems that nobody could try: a file that was moved is noticed."""
    text = file.read_text(encoding="utf-8").replace("\\", "/").replace("../../", "")
    named = re.findall(r"(?<![\w/.$])((?:packaging|resources|docs|tools)/[\w./-]*\w|LICENSE|CHANGELOG\.md)", text)
    named += [f"packaging/{name}" for name in re.findall(r"\.\./(linux/[\w.]+)", text)]
    there = [ROOT / name for name in named if not name.startswith(MADE)]
    assert [str(f) for f in there if not f.exists() and not list(f.parent.glob(f"{f.name}*"))] == []


def test_what_is_opened_from_a_packed_symtrack_finds_its_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """The place of symtrack's own libraries is told to nobody: a viewer gets what the person's session said."""
    forget = runpy.run_path(str(PACKAGING / "entry.py"))["let_others_find_their_own_libraries"]
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/symtrack/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    forget()
    assert "LD_LIBRARY_PATH" not in os.environ
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/symtrack/_internal:/own")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/own")
    forget()
    assert os.environ["LD_LIBRARY_PATH"] == "/own"


@pytest.mark.parametrize(
    "file",
    [
        "windows/symtrack.iss",
        "windows/build.ps1",
        "macos/bundle.py",
        "macos/build.sh",
        "flatpak/org.symtrack.symtrack.yml",
    ],
)
def test_what_was_not_tried_says_so(file: str) -> None:
    """Nobody takes a recipe for more than it is."""
    assert "NOT TRIED" in (PACKAGING / file).read_text(encoding="utf-8")
