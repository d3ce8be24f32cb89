"""Every sentence that people see, read once for all tests."""

from functools import cache

from babel.messages.catalog import Catalog

from tools import translations


@cache
def template() -> Catalog:
    """The template as it was written last, to be read; `tools.translations check` says whether it still is true."""
    return translations.kept()
