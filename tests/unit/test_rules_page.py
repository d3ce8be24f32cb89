"""The page about the rules is made from the rules."""

from tools import rules_page


def test_page_is_up_to_date() -> None:
    """Whoever reads docs/rules.md reads the rules as they are; `python -m tools.rules_page` writes it anew."""
    assert rules_page.PAGE.read_text(encoding="utf-8") == rules_page.page()
