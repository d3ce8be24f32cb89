"""The pages that are made from the code say what the code says."""

import re

from tools import architecture_page, json_schema, schema_page


def test_the_schema_page_is_the_files_own_account():
    """Whoever reads docs/schema.md reads the tables as they are."""
    assert schema_page.PAGE.read_text(encoding="utf-8") == schema_page.page()


def without_widths(picture: str) -> str:
    return re.sub(r"stroke-width='[\d.]+' marker", "marker", picture)


def test_the_picture_of_the_architecture_is_drawn_from_the_imports():
    """A newcomer sees what imports what; `python -m tools.architecture_page` draws it anew.

    How wide a line is may lag behind until the pictures are taken again: a new module alone makes nothing stale.
    """
    kept = architecture_page.PICTURE.read_text(encoding="utf-8")
    assert without_widths(kept) == without_widths(architecture_page.picture())


def test_the_json_schema_is_the_formats_own_account():
    """Whoever reads it can read what “export” writes."""
    assert json_schema.PAGE.read_text(encoding="utf-8") == json_schema.page()
