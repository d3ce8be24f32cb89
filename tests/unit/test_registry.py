"""Finding rules, sections and formats: what is missing must be noticed, not passed over."""

import sys
from pathlib import Path

import pytest

from symtrack.registry import collect


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty package called `zoo`, that can be imported."""
    folder = tmp_path / "zoo"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.split(".", 1)[0] == "zoo"]:
        monkeypatch.delitem(sys.modules, name)
    return folder


def test_one_object_comes_from_each_module_in_order_of_name(package: Path) -> None:
    """Two modules give two objects, sorted by the modules' names."""
    (package / "wren.py").write_text("ANIMAL = 'wren'")
    (package / "bear.py").write_text("ANIMAL = 'bear'")
    assert collect("zoo", "ANIMAL", str) == ("bear", "wren")


def test_an_empty_package_is_refused(package: Path) -> None:
    """A build that left every module out must not look like one that has nothing to find."""
    with pytest.raises(LookupError, match="zoo has no modules"):
        collect("zoo", "ANIMAL", str)


def test_a_module_without_its_object_is_named(package: Path) -> None:
    """A module that forgot its object is an error that names the module."""
    (package / "bear.py").touch()
    with pytest.raises(LookupError, match=r"zoo\.bear has no ANIMAL of type str"):
        collect("zoo", "ANIMAL", str)


def test_an_object_of_another_kind_is_refused(package: Path) -> None:
    """The object must be of the kind that was asked for."""
    (package / "bear.py").write_text("ANIMAL = 7")
    with pytest.raises(LookupError, match=r"zoo\.bear has no ANIMAL of type str"):
        collect("zoo", "ANIMAL", str)
