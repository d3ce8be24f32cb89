"""The sentences that can be translated: `python -m tools.translations extract|check`.

`extract` writes `resources/locale/symtrack.pot` from the program, its instruments and the pages for patients, and
carries every `.po` along; `check` says what is out of date. Neither file holds a date or a line number, so that only a
changed sentence changes them. Each sentence says to the translator where people meet it (`tools.translators`).
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from symtrack import guide
from symtrack.i18n import REVIEWED
from symtrack.sample import story
from tools import translators

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2)}
FOR_TRANSLATORS = "Translators:"
"""What begins a comment in the program that is meant for them."""

Found = tuple[Path, str | tuple[str, ...], list[str]]
"""A sentence, the file that it is in, and what a translator should know."""

HEADER = """\
{title}
msgid ""
msgstr ""
"Project-Id-Version: symtrack\\n"
"Language: {language}\\n"
"{reviewed}: {by}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
TITLE = "# {title}\n# This file is under the licence of symtrack itself."
NO_TITLE = "for PROJECT"
"""What babel writes where a translation has no comment of its own at its top."""


def template(root: Path = ROOT) -> Catalog:
    """Every sentence that people see, with the files that it is in."""
    found = Catalog(charset="utf-8")
    everywhere = (_from_python(root), _from_instruments(root), _from_guide(root), _from_sample(root))
    for file, sentence, told in chain.from_iterable(everywhere):
        found.add(sentence, locations=[(file.relative_to(root).as_posix(), 0)], auto_comments=told)
    return found


def kept(root: Path = ROOT) -> Catalog:
    """The template as it was written last, which is read faster than the whole program."""
    # It leaves open how many plurals there are, which babel does not read.
    text = (root / "resources" / "locale" / "symtrack.pot").read_text(encoding="utf-8")
    return read_po(BytesIO(re.sub(r'"Plural-Forms: .*\n', "", text).encode()), charset="utf-8")


def _from_python(root: Path) -> Iterator[Found]:
    for file in sorted((root / "symtrack").rglob("*.py")):
        parts, place = translators.rule_parts(file), translators.place(file, root)
        said = {sentence for _line, sentence in translators.literals(file, frozenset(KEYWORDS))}
        if not said:
            continue
        for _line, sentence, comments, _context in extract_from_file(
            "python", file, keywords=KEYWORDS, comment_tags=(FOR_TRANSLATORS,), strip_comment_tags=True
        ):
            if (sentence if isinstance(sentence, str) else sentence[0]) not in said:
                continue  # Babel takes the key of a table for a sentence: “call” in _(KIND_NAMES["call"]).
            part = parts.get(sentence) if isinstance(sentence, str) else None
            yield file, sentence, [*filter(None, [" ".join(comments), part]), place]


def _from_instruments(root: Path) -> Iterator[Found]:
    for file in sorted((root / "resources" / "instruments").glob("*.toml")):
        table, place = tomllib.loads(file.read_text(encoding="utf-8")), translators.place(file, root)
        yield file, table["question"], [translators.QUESTION, place]
        for item in table["item"]:
            told = ((item[part], [why, place]) for part, why in translators.ITEM_PARTS.items() if item.get(part))
            yield from ((file, sentence, comments) for sentence, comments in told)


def _from_sample(root: Path) -> Iterator[Found]:
    for file in sorted((root / "resources" / "sample").glob("story.toml")):
        place = translators.place(file, root)
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        yield from ((file, text, [place]) for text in story.texts(table))


def _from_guide(root: Path) -> Iterator[Found]:
    for file in sorted((root / "docs" / "patients").glob("*.md")):
        told = [translators.place(file, root)]
        yield from ((file, sentence, told) for sentence in guide.load(file.stem, file.parent).sentences())


def written(catalog: Catalog) -> str:
    """The catalogue as the text of a `.po` file, or of the template when it has no language."""
    language, plurals = catalog.locale_identifier, "nplurals=INTEGER; plural=EXPRESSION;"
    title = TITLE.format(title="The sentences of symtrack.")
    if catalog.locale:
        plurals, title = catalog.plural_forms, catalog.header_comment
        if NO_TITLE in title:
            title = TITLE.format(title=f"symtrack in {catalog.locale.english_name}.")
    text = BytesIO()
    write_po(text, catalog, width=110, omit_header=True, include_lineno=False, ignore_obsolete=True, sort_by_file=True)
    by = dict(catalog.mime_headers).get(REVIEWED, "")
    header = HEADER.format(title=title, language=language or "", plurals=plurals, reviewed=REVIEWED, by=by)
    return header + text.getvalue().decode()


def translation(file: Path, sentences: Catalog | None = None) -> Catalog:
    """The translation in a `.po` file; with `sentences`, as many entries as there are sentences, no more, no less."""
    with file.open("rb") as source:
        catalog = read_po(source, locale=file.stem, charset="utf-8")
    if sentences is not None:
        catalog.update(sentences, no_fuzzy_matching=True)
    return catalog


def fields(sentence: str) -> set[str]:
    """The names in braces; ValueError when the braces don't match."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name is not None}


def misfits(message: Message) -> Iterator[str]:
    """The translations whose fields in braces are not those of the sentence.

    A form for one may leave the number out, as “one day” does beside “{n} days”.
    """
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    translations = [message.string] if isinstance(message.string, str) else list(message.string or ())
    needed = set.intersection(*map(fields, sources))
    allowed = set.union(*map(fields, sources))
    for sentence in filter(None, translations):
        try:
            if needed <= fields(sentence) <= allowed:
                continue
        except ValueError:
            pass
        yield sentence


def problems(root: Path = ROOT) -> Iterator[str]:
    """One sentence for each file that is not as it should be."""
    locale = root / "resources" / "locale"
    pot, sentences = locale / "symtrack.pot", template(root)
    if not pot.exists() or pot.read_text(encoding="utf-8") != written(sentences):
        yield "resources/locale/symtrack.pot is out of date. Run: .venv/bin/python -m tools.translations extract"
    yield from _unseen(root, sentences)
    for file in sorted(locale.glob("*.po")):
        for message in translation(file):
            for sentence in misfits(message) if message.id else ():
                yield f"{file.name}: the names in braces differ from the English sentence’s: {sentence}"


def _unseen(root: Path, sentences: Catalog) -> Iterator[str]:
    """The calls whose sentence no translator would get to see."""
    for file in sorted((root / "symtrack").rglob("*.py")):
        for line, sentence in translators.literals(file, frozenset(KEYWORDS)):
            if sentence is None or sentence not in sentences:
                yield f"{file.relative_to(root)}:{line}: this sentence is put together, or stands within an f-string."


def extract(root: Path = ROOT) -> None:
    """Write the template, and each translation with the sentences that there are now."""
    sentences = template(root)
    locale = root / "resources" / "locale"
    (locale / "symtrack.pot").write_text(written(sentences), encoding="utf-8")
    for file in locale.glob("*.po"):
        file.write_text(written(translation(file, sentences)), encoding="utf-8")


def main(task: str = "") -> int:
    """0 when it is done or nothing is wrong, otherwise 1."""
    if task == "extract":
        extract()
        return 0
    if task == "check":
        found = list(problems())
        print("\n".join(found) or "The translations are up to date.")
        return bool(found)
    print("It is one of: extract, check.")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
