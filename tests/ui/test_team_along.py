"""For whom the paper is and what goes along, a copy of the data, and a visit with the answers to one's questions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event
from symtrack.report.presets import preset
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.team import TeamPage
from symtrack.ui.team.along import NameForm
from symtrack.ui.team.for_whom import USUAL
from symtrack.ui.team.visit_form import VisitForm
from symtrack.ui.widgets import TextField
from tests.ui.along_page import QUESTIONS, SECRET, Place, opened
from tests.ui.conftest import press
from tests.ui.paper_made import PATIENCE, pages, told
from tests.ui.team_page import DAY, button, said, write

K = Qt.Key


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def page(store: DiaryStore, journal: Journal, place: Place, qtbot: QtBot) -> TeamPage:
    return opened(store, journal, place, qtbot)


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


def test_the_parts_stand_in_one_column(page: TeamPage) -> None:
    """Beside the paper they are as wide as each other, and a long one goes on in a second line."""
    along = page.paper.part.along
    keys = along.keys()
    places = [along.part(key).geometry() for key in keys]
    assert len({(place.left(), place.width()) for place in places}) == 1
