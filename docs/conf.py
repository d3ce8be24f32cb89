"""How the docs are made: Markdown into pages that need no network, no font and no script from elsewhere."""

import re
from pathlib import Path

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


def _as_sphinx_reads(app: Sphinx, page: str, source: list[str]) -> None:
    """What only Sphinx understands is put in here, so that the texts can be read without it.

    The list of decisions leads to them in the navigation too. A text beside the docs is given along as it is.
    """
    if page == "decisions/README":
        source[0] += DECISIONS
    folder = (Path(app.srcdir) / page).parent
    outside = [match[1] for match in re.finditer(r"\]\(((?:\.\./)+[\w./-]+\.md)", source[0])]
    for link in outside:
        if not (folder / link).resolve().is_relative_to(app.srcdir):
            source[0] = source[0].replace(f"]({link}", f"](path:{link}")


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx asks of a configuration that does something itself."""
    app.connect("source-read", _as_sphinx_reads)
    return {"parallel_read_safe": True}
