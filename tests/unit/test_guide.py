"""The pages for patients: whole, and true to the window."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from symtrack import guide
from tests import sentences as spoken
from tools import translations

FOLDER = translations.ROOT / "docs" / "patients"
PAGES = [guide.load(key) for key in guide.KEYS]
LOCALE = translations.ROOT / "resources" / "locale"
FOLDERS_NAME = "symtrack copies"


def test_every_page_is_offered() -> None:
    """A page that was written is one that Help shows."""
    assert {file.stem for file in FOLDER.glob("*.md")} == set(guide.KEYS)


@pytest.mark.parametrize("page", PAGES, ids=guide.KEYS)
def test_a_page_is_shown_as_it_was_written(page: guide.Page) -> None:
    """No sign of Markdown is left in a sentence, a picture is there, and steps count from one."""
    written = (FOLDER / f"{page.key}.md").read_text(encoding="utf-8")
    blocks = [block for section in page.sections for block in section.blocks]
    assert [sentence for sentence in page.sentences() if re.search(r"[*`\[\]|#_]|^- |^\d\. ", sentence)] == []
    assert [block.file for block in blocks if block.kind == "picture"] == re.findall(r"\]\((.+?)\)", written)
    assert all(block.picture.is_file() for block in blocks if block.kind == "picture")
    assert len([block for block in blocks if block.kind in {"point", "step"}]) == len(
        re.findall(r"^(?:- |\d\. )", written, re.MULTILINE)
    )
    for section in page.sections:
        steps = [block.number for block in section.blocks if block.kind == "step"]
        assert steps == list(range(1, len(steps) + 1))


def from_the_window(message: Message) -> bool:
    return any(file.startswith("symtrack/") for file, _line in message.locations)


def test_a_button_is_called_what_the_window_calls_it() -> None:
    """Whoever looks for the words in quotation marks finds them in the window."""
    window = {message.id for message in spoken.template() if from_the_window(message)}
    quoted = {words for page in PAGES for said in page.sentences() for words in re.findall("“(.+?)”", said)}
    assert quoted
    assert quoted - window == {FOLDERS_NAME}


@pytest.mark.parametrize("file", sorted(LOCALE.glob("*.po")), ids=lambda file: file.stem)
def test_a_button_is_called_so_in_each_language(file: Path) -> None:
    """The same for whoever reads a translation, as far as it goes."""
    translated = [message for message in translations.translation(file) if message.id and message.string]
    window = {message.string for message in translated if from_the_window(message)}
    on_pages = {said for page in PAGES for said in page.sentences()}
    for message in translated:
        if message.id in on_pages:
            quoted = set(re.findall("[„“«](.+?)[“”»]", str(message.string)))
            assert quoted - window <= {FOLDERS_NAME}, message.string
