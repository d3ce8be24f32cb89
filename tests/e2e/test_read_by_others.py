"""What other programs have to say against the files that they are given."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
DESKTOP = PACKAGING / "linux" / "symtrack.desktop"
METAINFO = PACKAGING / "linux" / "org.symtrack.symtrack.metainfo.xml"


@pytest.mark.parametrize(
    ("command", "file"),
    [(("desktop-file-validate",), DESKTOP), (("appstreamcli", "validate", "--no-net", "--pedantic"), METAINFO)],
)
def test_a_desktop_reads_what_it_is_told(command: tuple[str, ...], file: Path) -> None:
    """The systems' own readers have nothing to say against the files."""
    done = subprocess.run([*command, file], capture_output=True, text=True, check=False)
    assert (done.returncode, re.findall(r"^[EWIP]: .*|.*(?:error|warning): .*", done.stdout, re.MULTILINE)) == (0, [])


def test_the_commands_of_the_project_are_shell_that_parses() -> None:
    """The scripts behind make are read by bash without complaint."""
    tools = (ROOT / "tools" / "setup.sh", ROOT / "tools" / "run.sh", ROOT / ".ci" / "run")
    for script in (*tools, *(ROOT / "packaging").rglob("*.sh")):
        assert os.access(script, os.X_OK)
        assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
