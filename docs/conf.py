"""How the docs are made: Markdown into pages that need no network, no font and no script from elsewhere."""

from sphinx.application import Sphinx

project = "symtrack"
author = "the symtrack contributors"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
language = "en_GB"
smartquotes = False  # The texts have their own.

myst_heading_anchors = 3
suppress_warnings = ["myst.header"]  # Pages that tools write may begin a table of theirs at the third level.
nitpicky = True

html_theme = "furo"
html_title = "symtrack"
html_favicon = "../resources/icons/symtrack.svg"
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_theme_options = {"navigation_with_keys": False}  # The arrow keys stay the reader's own.

DECISIONS = """
```{toctree}
:hidden:
:glob:

0*
```
"""


def _with_its_pages(_app: Sphinx, page: str, source: list[str]) -> None:
    """The list of decisions leads to them in the navigation too, without a line that only Sphinx understands."""
    if page == "decisions/README":
        source[0] += DECISIONS


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx asks of a configuration that does something itself."""
    app.connect("source-read", _with_its_pages)
    return {"parallel_read_safe": True}
