"""Where the diary, the settings, the log and the program's own resources are."""

from pathlib import Path

import pytest

from symtrack import paths
from symtrack.errors import SymtrackError


def test_the_named_diary_comes_before_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """SYMTRACK_DIARY says which diary is meant."""
    monkeypatch.setenv("SYMTRACK_DIARY", "/somewhere/mum.symtrack")
    assert paths.default_diary() == Path("/somewhere/mum.symtrack")


def test_the_files_lie_where_the_system_keeps_such_files(own_home: Path) -> None:
    """Diary, settings and log lie in the folders that docs/privacy.md names, under the person's home."""
    assert paths.default_diary() == own_home / "data" / "symtrack" / "diary.symtrack"
    assert paths.settings_file() == own_home / "config" / "symtrack" / "settings.toml"
    assert paths.log_file() == own_home / "state" / "symtrack" / "log" / "symtrack.log"


def test_asking_for_a_path_makes_nothing(own_home: Path) -> None:
    """Only something to keep may make a folder."""
    before = sorted(own_home.rglob("*"))
    paths.default_diary()
    paths.settings_file()
    paths.log_file()
    assert sorted(own_home.rglob("*")) == before


@pytest.mark.parametrize("name", ["instruments/daily.toml", "events/note.json", "locale"])
def test_each_kind_of_resource_is_found(name: str) -> None:
    """The resources are found in the checkout as well as in an installed package."""
    assert paths.resource(name).exists()


def test_a_missing_resource_is_a_sentence() -> None:
    """A broken installation says which part is missing and what may help."""
    with pytest.raises(SymtrackError, match=r"missing: icons/unicorn\.svg\. Installing it again"):
        paths.resource("icons/unicorn.svg")
