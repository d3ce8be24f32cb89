"""Every sentence that people see, read once for all tests."""

from functools import cache

from tools import translations

template = cache(translations.kept)
"""The template as it is kept; that it is the program's own `make check` sees to."""
