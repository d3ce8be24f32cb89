"""The walk-throughs, and the page of commands: each block is put where it says and run, in a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted((ROOT / "docs" / "developers").glob("add-*.md")), ROOT / "docs" / "command-line.md"]
COPIED = ("symtrack", "resources", "tools", "tests", "docs/patients")
COMMANDS = {".venv/bin/python": [sys.executable], ".venv/bin/symtrack": [sys.executable, "-m", "symtrack"]}
# The walk-throughs need neither the window nor the pictures.
LEFT = shutil.ignore_patterns("e2e", "ui", "golden", "*.png")


class Block(NamedTuple):
    """What stands between two fences: its language, and its text."""

    language: str
    text: str


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of the page, from the top."""
    for language, text in re.findall(
        r"^```(\w*)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    ):
        yield Block(language, text)


def put(project: Path, text: str) -> str:
    """The file that the block's first line names, with the block in it, or in the dict that it names there."""
    named = re.match(r"# ([\w/.-]+)(?:, in (\w+))?\n", text)
    assert named, f"The block does not say which file it is: {text[:60]}"
    file, rest = project / named[1], text[named.end() :]
    if named[2] is None:
        assert not file.exists(), f"{named[1]} is there already"
        file.write_text(rest, encoding="utf-8")
        return named[1]
    before, start, after = file.read_text(encoding="utf-8").partition(f"\n{named[2]} = {{\n")
    assert start, f"{named[1]} has no {named[2]}"
    inside, end, after = after.partition("\n}\n")
    entries = sorted(re.split(r"\n(?=    \"[\w-]+\":)", inside + "\n" + rest.rstrip("\n")))
    file.write_text(before + start + "\n".join(entries) + end + after, encoding="utf-8")
    return named[1]


def run(project: Path, line: str) -> str:
    """What the line says, done with the Python of this test on the copy, prints."""
    command, *words = line.split()
    done = subprocess.run(
        [*COMMANDS[command], *words],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_the_page_says_works(page: Path, tmp_path: Path) -> None:
    """Whoever follows it from the top gets there."""
    for folder in COPIED:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=LEFT)
    for file in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / file, tmp_path / file)
    printed, found, written = "", list(blocks(page)), []
    assert {block.language for block in found} >= {"sh", "text"}
    for block in found:
        if block.language == "sh":
            printed = "".join(run(tmp_path, line) for line in block.text.splitlines())
        elif block.language == "text":
            assert block.text.strip() in printed, f"{block.text}\nis not in\n{printed}"
        else:
            written.append(put(tmp_path, block.text))
    code = " ".join(file for file in written if file.endswith(".py"))
    for task in ("format --check", "check") if code else ():
        run(tmp_path, f".venv/bin/python -m ruff {task} --no-cache {code}")
