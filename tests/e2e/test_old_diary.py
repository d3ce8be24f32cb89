"""An older diary, and another program that has it open while it is brought up to the present schema."""

import subprocess
import sys

from symtrack.store import DiaryStore, copying
from tests.older import older


def test_nobody_writes_into_an_older_diary_while_it_is_brought_up(tmp_path, monkeypatch):
    """What another program acknowledged then would be gone with the older file: it can't write."""
    old, write, said = older(tmp_path, monkeypatch), copying.write_sealed, []

    def watched(*given, **named):
        done = subprocess.run([sys.executable, "-c", WRITES, old], capture_output=True, text=True, check=False)
        said.append(done.stdout)
        write(*given, **named)

    monkeypatch.setattr(copying, "write_sealed", watched)
    DiaryStore.open(old).close()
    assert said == ["database is locked\n"]


WRITES = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0.05)
try:
    connection.execute("BEGIN IMMEDIATE")
    print("could write")
except sqlite3.OperationalError as error:
    print(error)
"""
