"""Every sentence that people see, read from the program once for all tests."""

from functools import cache

from babel.messages.catalog import Catalog

from tools import translations


@cache
def template() -> Catalog:
    """The template as extraction makes it, to be read."""
    return translations.template()
