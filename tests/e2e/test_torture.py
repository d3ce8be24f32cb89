"""A short run of what `make torture` does in full."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_that_was_acknowledged_is_lost_and_nothing_crashes() -> None:
    """Killed, logs cut and turned, copied, merged, synced, searched for words, hostile files: lost 0, crashed 0."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture", "40"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [line.split() for line in done.stdout.splitlines()[2:]]
    assert len(rows) == 9
    assert all(row[-4:-2] == ["0", "0"] for row in rows)
