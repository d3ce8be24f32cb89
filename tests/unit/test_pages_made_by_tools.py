"""The pages that are made from the code say what the code says."""

from tools import architecture_page, schema_page


def test_the_schema_page_is_the_files_own_account():
    """Whoever reads docs/schema.md reads the tables as they are."""
    assert schema_page.PAGE.read_text(encoding="utf-8") == schema_page.page()


def test_the_picture_of_the_architecture_is_drawn_from_the_imports():
    """A newcomer sees what imports what; `python -m tools.architecture_page` draws it anew."""
    assert architecture_page.PICTURE.read_text(encoding="utf-8") == architecture_page.picture()
