"""The way of a sentence from the program through a `.po` file to the person."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from symtrack import i18n
from symtrack.diary import instrument
from symtrack.diary.day import parse_day
from symtrack.errors import InputError
from symtrack.i18n import _, n_
from symtrack.sentences import compiled
from tools import translations

GERMAN = translations.ROOT / "resources" / "locale" / "de.po"
THE_SAME = {
    "CT", "PET", "Name", "Tab", "Pause", "median", "PDF", "PDF (*.pdf)", "A4", "Letter", "Bearable", "Excel",
    "Loop Habit Tracker", "Track & Graph", "Version {version}",
}  # fmt: skip
"""What is the same word in both."""
PSEUDO = "eo"
"""A language that dates and plurals know, and into which symtrack is not translated."""


def pseudo(sentence: str) -> str:
    """The sentence in marks, its vowels with accents, the names in braces as they were."""
    parts = re.split(r"(\{[^}]*\})", sentence)
    accents = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
    return "⟦" + "".join(part if part.startswith("{") else part.translate(accents) for part in parts) + "⟧"


def pseudo_catalog() -> Catalog:
    """A translation of every sentence that there is."""
    catalog = Catalog(locale=PSEUDO, charset="utf-8")
    for message in translations.kept():
        sentences = [message.id] if isinstance(message.id, str) else list(message.id)
        said = [pseudo(sentence) for sentence in sentences]
        catalog.add(message.id, said[0] if isinstance(message.id, str) else said)
    catalog.add(("{n} spoon", "{n} spoons"), (pseudo("{n} spoon"), pseudo("{n} spoons")))
    return catalog


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up translation as a `.po` file."""
    written = tmp_path_factory.mktemp("locale") / f"{PSEUDO}.po"
    written.write_text(translations.written(pseudo_catalog()), encoding="utf-8")
    return written


@pytest.fixture
def strange(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program speaks the made-up translation, read from a `.po` file."""
    monkeypatch.setattr(i18n.language, "available", lambda: {PSEUDO: file})
    with i18n.speaking(PSEUDO):
        yield


@pytest.mark.usefixtures("strange")
def test_every_sentence_can_be_translated() -> None:
    """Each sentence of the template comes out translated, whatever characters it holds."""
    sentences = [message.id for message in translations.kept() if isinstance(message.id, str) and message.id]
    assert len(sentences) > 50
    assert [_(sentence) for sentence in sentences] == [pseudo(sentence) for sentence in sentences]


@pytest.mark.usefixtures("strange")
def test_a_refusal_is_said_in_the_language() -> None:
    """A sentence with a name in it is translated before the name goes in."""
    with pytest.raises(InputError, match=r"^⟦“yesterday” ís nó dáy"):
        parse_day("yesterday")


@pytest.mark.usefixtures("strange")
def test_the_words_of_the_instrument_are_translated() -> None:
    """The questions are in a TOML file, and are translated like any other sentence."""
    pain = instrument.load().item("pain")
    assert _(pain.name) == "⟦Páín⟧"
    assert _(pain.high) == "⟦Wórst Í cán ímágíné⟧"


@pytest.mark.usefixtures("strange")
def test_the_form_follows_the_number() -> None:
    """One and many have forms of their own."""
    said = [n_("{n} spoon", "{n} spoons", n).format(n=n) for n in (1, 5)]
    assert said == ["⟦1 spóón⟧", "⟦5 spóóns⟧"]


@pytest.mark.usefixtures("strange")
def test_dates_follow_the_language() -> None:
    """Month names come from the language too."""
    assert i18n.dated(date(2026, 5, 15)).lower() == "15 maj 2026"


def test_a_sentence_without_a_translation_stays_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A translation that lags behind shows English for what it lacks, never nothing."""
    file = tmp_path / f"{PSEUDO}.po"
    file.write_text(translations.written(Catalog(locale=PSEUDO)), encoding="utf-8")
    monkeypatch.setattr(i18n.language, "available", lambda: {PSEUDO: file})
    with i18n.speaking(PSEUDO):
        assert _("Nausea") == "Nausea"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one module and the real instruments, its template written."""
    root = tmp_path / "project"
    (root / "symtrack").mkdir(parents=True)
    (root / "resources" / "locale").mkdir(parents=True)
    shutil.copytree(translations.ROOT / "resources" / "instruments", root / "resources" / "instruments")
    (root / "symtrack" / "hello.py").write_text('_("Good morning, {name}")\nn_("one day", "{n} days", 2)\n')
    translations.extract(root)
    return root


def test_a_new_sentence_makes_the_template_stale(project: Path) -> None:
    """The sentence says what to run."""
    with (project / "symtrack" / "hello.py").open("a") as module:
        module.write('N_("Good night")\n')
    (problem,) = translations.problems(project)
    assert "symtrack.pot is out of date" in problem
    translations.extract(project)
    assert list(translations.problems(project)) == []


def test_moving_a_sentence_within_its_file_changes_nothing(project: Path) -> None:
    """The template holds no line numbers and no dates."""
    module = project / "symtrack" / "hello.py"
    module.write_text("\n\n\n" + module.read_text())
    assert list(translations.problems(project)) == []


def test_a_translation_that_loses_a_name_is_noticed(project: Path) -> None:
    """“{name}” left out or misspelt would be a crash or a hole in front of the person."""
    german = Catalog(locale="de")
    german.add("Good morning, {name}", "Guten Morgen, {nmae}")
    (project / "resources" / "locale" / "de.po").write_text(translations.written(german), encoding="utf-8")
    (problem,) = translations.problems(project)
    assert problem.startswith("de.po: the names in braces differ")


def test_a_translation_is_carried_along(project: Path) -> None:
    """Extraction gives a translation the new sentences and keeps what was translated."""
    file = project / "resources" / "locale" / "de.po"
    german = Catalog(locale="de")
    german.add("Good morning, {name}", "Guten Morgen, {name}")
    file.write_text(translations.written(german), encoding="utf-8")
    translations.extract(project)
    carried = translations.translation(file)
    assert carried["Good morning, {name}"].string == "Guten Morgen, {name}"
    assert "Pain" in carried


@pytest.mark.parametrize(
    ("form", "fits"), [("ein Tag", True), ("{n} Tag", True), ("{tage} Tage", False), ("{n", False)]
)
def test_only_the_form_for_one_may_leave_the_number_out(form: str, fits: bool) -> None:  # noqa: FBT001
    """“one day” needs no number, and a name that nobody fills in is never right."""
    message = Message(("one day", "{n} days"), (form, "{n} Tage"))
    assert list(translations.misfits(message)) == ([] if fits else [form])


def test_every_sentence_tells_its_translator_where_people_meet_it() -> None:
    """“Open” on a button and “open” beside a heading are two words in most languages."""
    for message in translations.kept():
        assert not message.id or message.auto_comments, message.id
    (comment, *_others) = translations.kept()["My {phrase} went up. What could be behind it?"].auto_comments
    assert comment.startswith("What the patient could ask the team")


@pytest.mark.parametrize("call", ["f\"{_('Good night')}\"", '_(f"Good {part}")', '_("Good " + part)'])
def test_a_sentence_that_no_translator_would_see_is_noticed(project: Path, call: str) -> None:
    """What is put together in the call, or stands within an f-string, gets into no template."""
    with (project / "symtrack" / "hello.py").open("a") as module:
        module.write(f"{call}\n")
    translations.extract(project)
    (problem,) = translations.problems(project)
    assert problem.startswith("symtrack/hello.py:3: ")


def test_german_is_complete() -> None:
    """Nothing in it is English, empty or a guess, and it says at its top whether somebody has read it."""
    german, sentences = translations.translation(GERMAN), translations.kept()
    assert not i18n.reviewed(GERMAN)
    assert {message.id for message in german} == {message.id for message in sentences}
    for message in filter(lambda each: each.id, german):
        said = [message.string] if isinstance(message.string, str) else list(message.string or ())
        english = [message.id] if isinstance(message.id, str) else list(message.id or ())
        assert all(said), message.id
        assert not message.fuzzy, message.id
        words = re.sub(r"\{[^}]*\}", "", " ".join(english))
        if re.search(r"[A-Za-z]{2}", words) and english == said:
            assert english[0] in THE_SAME, message.id
        assert not {'"', "'", "“x”"} & set("".join(said)), said


def test_a_new_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The template under another name, with its plurals and a sentence: it is spoken, and English where it lags."""
    template = (translations.ROOT / "resources" / "locale" / "symtrack.pot").read_text(encoding="utf-8")
    begun = template.replace("Language: ", "Language: fr").replace(
        "nplurals=INTEGER; plural=EXPRESSION;", "nplurals=2; plural=(n > 1);"
    )
    (tmp_path / "fr.po").write_text(
        begun.replace('msgid "Nausea"\nmsgstr ""', 'msgid "Nausea"\nmsgstr "Nausée"'), encoding="utf-8"
    )
    monkeypatch.setattr(i18n.language, "available", lambda: {"fr": tmp_path / "fr.po"})
    assert i18n.language_name("fr") == "Français"
    with i18n.speaking("fr_CA"):
        assert (_("Nausea"), _("Fatigue"), i18n.number(5.4)) == ("Nausée", "Fatigue", "5,4")


ANY_PO = r"""
msgid ""
msgstr "Language: pl\nContent-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=3; plural=n%3;\n"

#. For translators.
#, python-brace-format
msgid "Quoted “{word}”, \"so\", a\tb \\ c"
msgstr ""
"Zitiert „{word}“, \"so\", "
"a\tb \\\\ c\n"

#, fuzzy
msgid "Perhaps"
msgstr "Vielleicht"

msgid "Not yet"
msgstr ""

#~ msgid "No more"
#~ msgstr "Nicht mehr"

msgctxt "of a day"
msgid "Fall"
msgstr "Herbst"
msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} Tag"
msgstr[1] ""
msgstr[2] "{n} Tage"
"""


@pytest.mark.parametrize("po", [GERMAN.read_bytes(), ANY_PO.encode(), ANY_PO.replace("\n", "\r\n").encode()])
def test_sentences_are_read_as_babel_reads_them(po: bytes) -> None:
    """Each translation is found, letter for letter, and nothing that is unsure, gone, or not translated yet."""
    made = BytesIO()
    write_mo(made, read_po(BytesIO(po)))
    made.seek(0)
    ours, theirs = compiled(po), GNUTranslations(made)
    for message in read_po(BytesIO(po)):
        one, *many = [message.id] if isinstance(message.id, str) else message.id
        if many:
            counts = range(4)
            assert [ours.ngettext(one, many[0], n) for n in counts] == [
                theirs.ngettext(one, many[0], n) for n in counts
            ]
        elif message.context:
            assert ours.pgettext(message.context, one) == theirs.pgettext(message.context, one)
        elif one:
            assert ours.gettext(one) == theirs.gettext(one)
