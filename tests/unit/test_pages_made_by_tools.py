"""The pages that are made from the code say what the code says."""

from tools import schema_page


def test_the_schema_page_is_the_files_own_account():
    """Whoever reads docs/schema.md reads the tables as they are."""
    assert schema_page.PAGE.read_text(encoding="utf-8") == schema_page.page()
