"""A diary of the first schema, where the present one is the second."""

import shutil
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from symtrack.store import header, schema
from tests import fixtures


def older(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A diary of schema 1 where schema 2 is the present one: each rating has a new column."""
    path = folder / "diary.symtrack"
    shutil.copyfile(fixtures.FOLDER / "schema-1.symtrack", path)
    later = Migrations("symtrack")
    later()(schema.version_1)

    @later()
    def version_2(db):
        """A column more."""
        db.execute("ALTER TABLE rating ADD COLUMN weather TEXT")

    monkeypatch.setattr(schema, "migrations", later)
    monkeypatch.setattr(header, "SCHEMA", 2)
    return path
