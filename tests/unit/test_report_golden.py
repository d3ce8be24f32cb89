"""The paper's blocks are what they were, to the word."""

import difflib

import pytest

from tests.golden import FOLDER, KEPT, written


@pytest.mark.parametrize("name", KEPT)
def test_the_paper_says_what_it_said(name):
    """A changed word or number on the paper is seen as the line that it is in. Meant? `python -m tests.golden`."""
    kept = FOLDER.joinpath(f"{name}.txt").read_text(encoding="utf-8")
    now = written(KEPT[name]())
    changed = list(difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=1))
    assert not changed, "\n".join(changed)
