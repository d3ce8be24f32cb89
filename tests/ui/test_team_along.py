"""For whom the paper is and what goes along, a copy of the data, and a visit with the answers to one's questions."""

import csv
import json
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event, Rating
from symtrack.exchange.formats.symtrack_json import FORMAT as JSON
from symtrack.exchange.source import Source
from symtrack.report.presets import preset
from symtrack.store import DiaryStore, Rows
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.team import TeamPage
from symtrack.ui.team.along import NameForm
from symtrack.ui.team.asking import data_kinds, ended
from symtrack.ui.team.for_whom import USUAL
from symtrack.ui.team.visit_form import VisitForm
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import TextField
from tests.ui.conftest import press
from tests.ui.paper_made import PATIENCE, pages, told
from tests.ui.team_page import DAY, button, said, write

K = Qt.Key
SECRET = "Nobody shall read this."


class Place:
    """Answers where to save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = ""
        self.suggested = ""

    def __call__(self, _parent: object, suggested: str) -> str:
        self.suggested = Path(suggested).name
        return str(self.folder / self.name) if self.name else ""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def page(store: DiaryStore, journal: Journal, place: Place, qtbot: QtBot) -> TeamPage:
    """For my team with the paper open, on a month with a note, a private one, and two questions."""
    store.add(*(Rating(day=DAY - timedelta(days=k), item="pain", score=k % 4) for k in range(30)))
    store.add(
        Event(kind="note", day=DAY, text="Slept on the sofa."), Event(kind="note", day=DAY, text=SECRET, private=True)
    )
    store.add(*(Event(kind="question", day=DAY, text=text, body={"order": k}) for k, text in enumerate(QUESTIONS, 1)))
    page = TeamPage(journal, Theme.load("light"), ask=place)
    qtbot.addWidget(page)
    page.resize(1300, 1400)
    page.show()
    page.open("paper")
    pages(page.paper.part, qtbot)
    along = page.paper.part.along
    along.fold.button.setFocus()
    press(K.Key_Return)
    assert along.presets.isVisible()
    return page


QUESTIONS = ("May I drive?", "What about the stairs?")


def chosen(page: TeamPage) -> set[str]:
    """The parts that are ticked."""
    shown = page.paper.part.along
    keys = shown.keys()
    return {key for key in keys if shown.part(key).isChecked()}


def kept(page: TeamPage) -> tuple[str, ...]:
    """The presets that can be chosen."""
    return page.paper.part.along.presets.keys()


def tick(page: TeamPage, key: str) -> None:
    page.paper.part.along.part(key).setFocus()
    press(K.Key_Space)


def words_of(page: TeamPage, qtbot: QtBot, press_it: Callable[[], None]) -> str:
    """What the pages say after something was chosen."""
    before = page.paper.part.sheets[0]
    press_it()
    return pages(page.paper.part, qtbot, before)[0].accessibleDescription()


def test_a_preset_ticks_its_parts(page: TeamPage, journal: Journal) -> None:
    """One key press; the line above says for whom and how many."""
    page.paper.part.along.presets.button("family").setFocus()
    press(K.Key_Space)
    assert chosen(page) == set(preset("family", journal.settings).sections) & set(page.paper.part.along.keys())
    assert page.paper.part.along.fold.button.accessibleName().startswith("For: Family (")


def test_a_part_is_left_out_by_keyboard(page: TeamPage, qtbot: QtBot) -> None:
    """Its page is gone, and the choice is no preset any more."""
    assert "Slept on the sofa." in page.paper.part.sheets[0].accessibleDescription()
    text = words_of(page, qtbot, lambda: tick(page, "notes"))
    assert "Slept on the sofa." not in text
    assert page.paper.part.along.presets.choice() == ""
    assert page.paper.part.along.fold.button.accessibleName().startswith("For: your choice (")


def test_what_is_private_goes_along_only_when_it_is_ticked(page: TeamPage, qtbot: QtBot) -> None:
    """Neither screen nor file has it before; the button says how much it is about."""
    private = page.paper.part.along.private
    assert private.accessibleName() == "Also what is marked as private (1)"
    assert SECRET not in page.paper.part.sheets[0].accessibleDescription()

    def take_along() -> None:
        private.setFocus()
        press(K.Key_Space)

    assert SECRET in words_of(page, qtbot, take_along)


def test_a_choice_is_kept_under_a_name_undone_and_taken_away(
    page: TeamPage, store: DiaryStore, journal: Journal
) -> None:
    """It stands beside the others from then on; Undo takes back the last of it."""
    along = page.paper.part.along
    tick(page, "notes")
    keep, away = along.buttons()
    assert not away.isVisible()
    keep.setFocus()
    press(K.Key_Return)
    assert isinstance(along.slot.form, NameForm)
    write(along.slot.form.field, "Dr Lee")
    assert "notes" not in preset("Dr Lee", store.settings()).sections
    assert along.presets.choice() == "Dr Lee"
    assert along.presets.button("Dr Lee").text() == "Dr Lee"
    assert page.status.sentence() == "The choice is kept as “Dr Lee”."
    away.setFocus()
    press(K.Key_Return)
    assert "Dr Lee" not in kept(page)
    assert along.presets.choice() == USUAL
    assert QApplication.focusWidget() is along.presets.button(USUAL)
    page.status.button.click()
    assert "Dr Lee" in kept(page)
    journal.undo()
    assert "preset.Dr Lee" not in store.settings()
    assert "Dr Lee" not in kept(page)


def test_a_name_that_was_kept_before_is_offered_when_its_choice_is_changed(page: TeamPage, store: DiaryStore) -> None:
    """So a choice of one's own can be changed."""
    along = page.paper.part.along
    for name, part in (("Dr Lee", "notes"), ("Dr Lee", "doses")):
        tick(page, part)
        along.buttons()[0].click()
        assert isinstance(along.slot.form, NameForm)
        write(along.slot.form.field, name)
    assert not {"notes", "doses"} & set(preset("Dr Lee", store.settings()).sections)


@pytest.mark.parametrize(("name", "begins"), [("paper.html", "<!DOCTYPE html>"), ("paper.TXT", "Symptom summary")])
def test_the_files_name_says_what_kind_it_is(
    page: TeamPage, place: Place, qtbot: QtBot, name: str, begins: str
) -> None:
    """A web page or plain text instead of a PDF, with the same words."""
    place.name = name
    page.paper.part.buttons()[0].setFocus()
    press(K.Key_Return)
    assert told(page.paper.part, qtbot) == f"Saved: {place.folder / name}"
    text = (place.folder / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert "What about the stairs?" in text
    assert SECRET not in text


def test_a_copy_of_the_data_can_be_brought_in_again(
    page: TeamPage, place: Place, store: DiaryStore, tmp_path: Path
) -> None:
    """Every row, and it is said that private things are in it too."""
    place.name = "for the study.json"
    page.paper.part.data_button.setFocus()
    press(K.Key_Return)
    path = place.folder / "for the study.json"
    assert page.paper.part.sentence.splitlines() == [
        f"Saved: {path}",
        "All of the diary is in it. What is marked as private is in it too.",
    ]
    assert SECRET in path.read_text(encoding="utf-8")
    found = JSON.read(Source.of_path(path), DAY)
    assert isinstance(found, Rows)
    with DiaryStore.open(tmp_path / "again.symtrack", create=True) as again:
        again.take(found)
        assert again.events() == store.events()
        assert len(again.ratings(date(2026, 1, 1), DAY)) == 30


def test_everything_goes_along_in_one_file(page: TeamPage, place: Place, store: DiaryStore, qtbot: QtBot) -> None:
    """Two presses, the button and the dialog's own: the diary, which opens, its tables, the paper, and what is what."""
    place.name = "all of it"
    page.paper.part.data_button.setFocus()
    press(K.Key_Return)
    assert place.suggested == "diary 2026-05-15.zip"
    path = place.folder / "all of it.zip"
    qtbot.waitUntil(lambda: page.paper.part.sentence.startswith(f"Saved: {path}"))
    with zipfile.ZipFile(path) as packed:
        packed.extractall(place.folder / "out")
    out = place.folder / "out"
    assert {each.name for each in out.iterdir()} == {
        "read-me.txt",
        "diary.symtrack",
        "diary.json",
        "diary.csv",
        "summary.pdf",
    }
    with DiaryStore.open(out / "diary.symtrack") as along:
        assert along.events() == store.events()
    assert SECRET in (out / "diary.json").read_text(encoding="utf-8")
    assert PdfReader(out / "summary.pdf").pages
    assert "Nobody is watching" in (out / "read-me.txt").read_text(encoding="utf-8")


def test_a_copy_of_the_data_can_be_a_table(page: TeamPage, place: Place) -> None:
    """The file's name says so; what has no place in a table is counted."""
    place.name = "table.csv"
    page.paper.part.data_button.click()
    with (place.folder / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["day"] for row in csv.DictReader(file)][-1] == "2026-05-15"
    assert "left out" in page.paper.part.sentence


def test_a_copy_of_the_data_for_a_hospital_holds_nothing_private(page: TeamPage, place: Place) -> None:
    """The ending says so, and the page says what it means."""
    place.name = "for the team.fhir.json"
    page.paper.part.data_button.click()
    path = place.folder / "for the team.fhir.json"
    assert json.loads(path.read_text(encoding="utf-8"))["type"] == "transaction"
    assert SECRET not in path.read_text(encoding="utf-8")
    assert "private is not in it" in page.paper.part.sentence


@pytest.mark.parametrize(
    ("chosen", "kind", "path"),
    [
        ("a.json", ".fhir.json", "a.fhir.json"),
        ("a.fhir.json", ".json", "a.fhir.json"),
        ("a.json", ".json", "a.json"),
        ("a.csv", ".fhir.json", "a.csv"),
        ("a", ".fhir.json", "a.fhir.json"),
        ("a", "", "a.zip"),
    ],
)
def test_everything_is_never_taken_for_the_hospitals_kind(chosen: str, kind: str, path: str) -> None:
    """A dialog may leave .json where the other kind was chosen: then less goes out, not more."""
    assert ended(chosen, data_kinds(), kind) == path


def test_a_copy_of_the_data_that_can_not_be_written_says_why(page: TeamPage, place: Place) -> None:
    """One sentence in the page."""
    place.name = "gone/table.csv"
    page.paper.part.data_button.click()
    assert page.paper.part.sentence == f"There is no folder {place.folder / 'gone'}."
    assert not page.paper.part.buttons()[1].isVisible()


def test_a_visit_keeps_what_they_said_to_each_question(page: TeamPage, store: DiaryStore) -> None:
    """By keyboard alone; what was answered leaves the list, what was not stays; one undo takes all of it back."""
    part = page.paper.part
    first = next(event for event in store.events() if event.text == QUESTIONS[0])
    part.buttons()[2].setFocus()
    press(K.Key_Return)
    form = part.slot.form
    assert isinstance(form, VisitForm)
    whom, spoken, answer, unanswered = form.findChildren(TextField)
    assert unanswered.accessibleDescription() == QUESTIONS[1]
    for field, text in ((whom, "Dr Lee"), (spoken, "Come back in June."), (answer, "Not while sleepy.")):
        field.setText(text)
    answer.setFocus()
    press(K.Key_Return)
    visit = next(event for event in store.events() if event.kind == "visit")
    assert visit.body["answers"] == [{"question": first.origin, "text": "Not while sleepy."}]
    assert page.choices.button("questions").text() == "What I want to ask (1)"
    page.open("questions")
    button(page, "Already asked (1)").click()
    assert "May I drive? – Not while sleepy. (visit of 15 May)" in said(page)
    store.undo()
    assert not [event for event in store.events() if event.kind == "visit" or event.body.get("answer")]


def test_what_they_said_on_the_day_of_the_visit_is_kept_with_it(page: TeamPage, store: DiaryStore) -> None:
    """A question that is answered in the list afterwards names the visit, and the visit the question."""
    store.add(Event(kind="visit", day=DAY, body={"with": "Dr Lee"}))
    page.open("questions")
    page.questions.rows[1].button("asked").setFocus()
    press(K.Key_Return)
    write(page.questions.rows[1].field, "Slowly.")
    visit = next(event for event in store.events() if event.kind == "visit")
    question = next(event for event in store.events() if event.body.get("answer"))
    assert visit.body["answers"] == [{"question": question.origin, "text": "Slowly."}]
    assert visit.body["with"] == "Dr Lee"
    assert question.body["visit"] == visit.origin
    assert page.status.sentence() == "Asked. What they said is kept."


def test_pages_stand_beside_the_choices_where_there_is_room(window: MainWindow, qtbot: QtBot) -> None:
    """Side by side in a wide window, below each other in a narrow one."""
    window.open("team")
    page = window.page()
    assert isinstance(page, TeamPage)
    page.open("paper")
    sheet = pages(page.paper.part, qtbot)[0]
    save = page.paper.part.buttons()[0]

    def beside() -> bool:
        return sheet.mapTo(page, sheet.rect().topLeft()).x() > save.mapTo(page, save.rect().topRight()).x()

    qtbot.waitUntil(beside, timeout=PATIENCE)
    window.resize(800, 600)
    qtbot.waitUntil(lambda: not beside(), timeout=PATIENCE)
