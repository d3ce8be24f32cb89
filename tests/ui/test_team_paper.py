"""The paper on For my team: its period, its pages on the screen, and a real PDF on the disk."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event, Rating
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.team import TeamPage
from symtrack.ui.team.visit_form import VisitForm
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import TextField
from tests.ui.paper_made import pages, told

DAY = date(2026, 5, 15)
VISIT = date(2026, 5, 4)


class Asked:
    """Answers the question where to save, and remembers which name was suggested."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.suggested = ""

    def __call__(self, _parent: QWidget, suggested: str) -> str:
        self.suggested = suggested
        return self.answer


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(str(tmp_path / "for the visit.pdf"))


@pytest.fixture
def paper(store: DiaryStore, journal: Journal, asked: Asked, qtbot: QtBot) -> TeamPage:
    """The page with the paper open, on seven weeks of answers, a visit, and a question."""
    store.add(*(Rating(day=DAY - timedelta(days=k), item="pain", score=k % 4) for k in range(50)))
    store.add(Event(kind="visit", day=VISIT, body={"with": "Dr Lee"}))
    store.add(Event(kind="question", day=DAY, text="May I drive at night?"))
    page = TeamPage(journal, Theme.load("light"), ask=asked)
    qtbot.addWidget(page)
    page.resize(1100, 900)
    page.show()
    page.open("paper")
    pages(page.paper.part, qtbot)
    return page


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def save(page: TeamPage, qtbot: QtBot) -> None:
    """Press Save and wait for what it says."""
    page.paper.part.buttons()[0].click()
    told(page.paper.part, qtbot)


def printed(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_paper_begins_at_the_last_visit(paper: TeamPage) -> None:
    """The choice names the visit’s day, and the days are counted."""
    periods = paper.paper.part.choices()[0]
    assert periods.choice() == "visit"
    assert periods.button("visit").text() == "Since the last visit (4 May)"
    assert "4–15 May, 12 days" in words(paper)


def test_the_pdf_holds_what_the_screen_shows(paper: TeamPage, asked: Asked, qtbot: QtBot) -> None:
    """Saved where the person chose; it can be read back, with the same number of pages and the question."""
    save(paper, qtbot)
    path = Path(asked.answer)
    assert Path(asked.suggested).name == "symptom summary 2026-05-15.pdf"
    assert paper.paper.part.sentence == f"Saved: {path}"
    assert "May I drive at night?" in printed(path)
    assert "4 May 2026 to 15 May 2026" in printed(path)
    assert len(PdfReader(path).pages) == len(paper.paper.part.sheets)
    assert paper.paper.part.buttons()[1].isVisible()


@pytest.mark.parametrize(("choice", "days"), [("weeks", "18 Apr"), ("months", "27 Mar")])
def test_another_period_changes_pages_and_pdf(
    paper: TeamPage, asked: Asked, qtbot: QtBot, choice: str, days: str
) -> None:
    """Four weeks, or three months, which reach back no further than the diary."""
    before = paper.paper.part.sheets[0]
    paper.paper.part.choices()[0].button(choice).click()
    pages(paper.paper.part, qtbot, before)
    assert days in words(paper)
    save(paper, qtbot)
    assert f"{days} 2026 to 15 May 2026" in printed(Path(asked.answer))


def test_ones_own_days_are_printed_as_they_stood(paper: TeamPage, asked: Asked, qtbot: QtBot) -> None:
    """From and to are days of the person’s choosing; what came later is no part of the paper."""
    paper.paper.part.choices()[0].button("own").click()
    first, last = paper.paper.part.own_days()
    assert first.isVisible()
    first.setDate(QDate(2026, 4, 1))
    last.setDate(QDate(2026, 4, 20))
    save(paper, qtbot)
    assert Path(asked.suggested).name == "symptom summary 2026-04-20.pdf"
    text = printed(Path(asked.answer))
    assert "1 Apr 2026 to 20 Apr 2026" in text
    assert "May I drive at night?" not in text


def test_a_paper_of_earlier_days_knows_nothing_of_later_ones(
    paper: TeamPage, asked: Asked, qtbot: QtBot, journal: Journal
) -> None:
    """A point that went on after its last day is printed as it was then."""
    journal.add(*(Rating(day=date(2026, 4, 18) + timedelta(days=k), item="nausea", score=8) for k in range(7)))
    paper.paper.part.choices()[0].button("own").click()
    paper.paper.part.own_days()[1].setDate(QDate(2026, 4, 20))
    save(paper, qtbot)
    text = printed(Path(asked.answer))
    assert "18–20 Apr" in text
    assert "22–24 Apr" not in text


def test_days_the_wrong_way_round_say_so(paper: TeamPage, qtbot: QtBot) -> None:
    """One sentence in the page, and nothing to save."""
    paper.paper.part.choices()[0].button("own").click()
    paper.paper.part.own_days()[1].setDate(QDate(2026, 3, 1))
    qtbot.waitUntil(lambda: not paper.paper.part.sheets)
    assert "The period can’t end on 2026-03-01, before it begins on 2026-04-18." in words(paper)
    assert not paper.paper.part.buttons()[0].isEnabled()


def test_letter_paper_is_wider(paper: TeamPage, asked: Asked, qtbot: QtBot) -> None:
    """The screen and the PDF take the size that was chosen."""
    before = paper.paper.part.sheets[0]
    paper.paper.part.choices()[1].button("letter").click()
    pages(paper.paper.part, qtbot, before)
    shown = paper.paper.part.sheets[0].page
    assert shown.width() / shown.height() == pytest.approx(612 / 792, abs=0.002)
    save(paper, qtbot)
    assert PdfReader(asked.answer).pages[0].mediabox.width == pytest.approx(612, abs=1)


def test_a_folder_that_is_not_there_is_said_in_the_page(
    paper: TeamPage, asked: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    """A sentence instead of a dialog; nothing is written and nothing can be opened."""
    asked.answer = str(tmp_path / "gone" / "paper.pdf")
    save(paper, qtbot)
    assert paper.paper.part.sentence == f"There is no folder {tmp_path / 'gone'}."
    assert not paper.paper.part.buttons()[1].isVisible()


def test_nothing_is_saved_when_no_place_is_chosen(paper: TeamPage, asked: Asked, qtbot: QtBot, tmp_path: Path) -> None:
    """Leaving the question where to save changes nothing."""
    asked.answer = ""
    paper.paper.part.buttons()[0].click()
    assert not paper.paper.making.busy_with_files
    assert paper.paper.part.sentence == ""
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_name_without_an_ending_becomes_a_pdf(paper: TeamPage, asked: Asked, qtbot: QtBot, tmp_path: Path) -> None:
    """The file can be opened by a double click."""
    asked.answer = str(tmp_path / "visit 15.5")
    save(paper, qtbot)
    assert (tmp_path / "visit 15.5.pdf").exists()


def test_a_screen_reader_hears_the_paper(paper: TeamPage) -> None:
    """Page one is named, and carries the words of the paper."""
    sheet = paper.paper.part.sheets[0]
    assert sheet.accessibleName() == f"Page 1 of {len(paper.paper.part.sheets)}"
    assert "1. May I drive at night?" in sheet.accessibleDescription()


def test_a_new_answer_changes_the_pages(paper: TeamPage, journal: Journal, qtbot: QtBot) -> None:
    """What is entered while the paper is open is on it."""
    before = paper.paper.part.sheets[0]
    journal.add(Event(kind="question", day=DAY, text="And by day?"))
    pages(paper.paper.part, qtbot, before)
    assert "2. And by day?" in paper.paper.part.sheets[0].accessibleDescription()


def test_a_visit_is_marked_with_what_they_said(paper: TeamPage, store: DiaryStore) -> None:
    """It is in the diary on today; from tomorrow the period begins there."""
    part = paper.paper.part
    part.buttons()[2].click()
    form = part.slot.form
    assert isinstance(form, VisitForm)
    whom, said, _answer = form.findChildren(TextField)
    whom.setText("Dr Okafor")
    said.setText("Two doses in the evening.")
    form.give()
    visit = next(event for event in store.events() if event.kind == "visit" and event.day == DAY)
    assert (visit.kind, visit.day, visit.text) == ("visit", DAY, "Two doses in the evening.")
    assert visit.body == {"with": "Dr Okafor"}
    assert paper.status.sentence() == "The visit is marked. From tomorrow, “since the last visit” begins here."
    assert part.slot.form is None


def test_a_visit_planned_for_today_is_completed(paper: TeamPage, store: DiaryStore, journal: Journal) -> None:
    """One visit stays one visit, and its name is offered."""
    journal.add(Event(kind="visit", day=DAY, body={"with": "Dr Okafor"}))
    part = paper.paper.part
    part.buttons()[2].click()
    form = part.slot.form
    assert isinstance(form, VisitForm)
    assert form.findChildren(TextField)[0].text() == "Dr Okafor"
    form.give()
    assert len([event for event in store.events() if event.kind == "visit" and event.day == DAY]) == 1


def test_the_paper_of_an_empty_diary_can_be_looked_at(journal: Journal, asked: Asked, qtbot: QtBot) -> None:
    """Without a visit the period is three months, and there is no choice that leads nowhere."""
    page = TeamPage(journal, Theme.load("light"), ask=asked)
    qtbot.addWidget(page)
    page.show()
    page.open("paper")
    pages(page.paper.part, qtbot)
    assert page.paper.part.choices()[0].choice() == "months"
    assert not page.paper.part.choices()[0].button("visit").isVisible()


@pytest.fixture(autouse=True)
def no_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Nothing on this computer is started by a test."""
    opened: list[str] = []
    monkeypatch.setattr("symtrack.ui.team.paper.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()))
    return opened


def test_open_opens_the_saved_file(paper: TeamPage, asked: Asked, qtbot: QtBot, no_file_is_opened: list[str]) -> None:
    """The file that was just saved, and no other."""
    save(paper, qtbot)
    paper.paper.part.buttons()[1].click()
    assert no_file_is_opened == [asked.answer]
