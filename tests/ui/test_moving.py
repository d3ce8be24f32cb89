"""Moving in, in the window: a file is read beside it, what becomes of it is shown, and only a press brings it in."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Rating
from symtrack.exchange.foreign.choice import Choice
from symtrack.exchange.format import writers
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.moving import MovingPage
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Text

DAY = date(2026, 4, 3)
TABLE = """Date;Pain (0-10);Energy;Mood
03/04/2026;4;2;so-so
04/04/2026;7;1;bad
30/02/2026;4;;
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def page(journal: Journal, file: Path, qtbot: QtBot) -> MovingPage:
    made = MovingPage(journal, Theme.load("light", 1.0), ask_file=lambda _parent, _folder: file)
    qtbot.addWidget(made)
    made.show()
    return made


def press(page: MovingPage, words: str) -> None:
    (button,) = [each for each in page.findChildren(Button) if each.text() == words and each.isVisible()]
    button.click()


def says(page: MovingPage, qtbot: QtBot, words: str) -> None:
    """Wait until the words stand on the page."""
    qtbot.waitUntil(lambda: any(words in label.text() for label in page.findChildren(Text) if label.isVisible()))


def scores(store: DiaryStore) -> dict[tuple[date, str], int | None]:
    return {(rating.day, rating.item): rating.score for rating in store.ratings(date.min, date.max)}


def test_what_can_t_be_known_is_asked_and_only_a_press_brings_it_in(page, store, qtbot):
    """The order of day and month, the scale, the end that is worse; and one press takes all of it back."""
    press(page, "Choose a file…")
    qtbot.waitUntil(lambda: page.preview is not None)
    preview = page.preview
    assert not preview.bring_button.isEnabled()
    preview.orders.button("dmy").click()
    says(page, qtbot, "2 scores and 0 notes or measurements come in.")
    says(page, qtbot, "on which scale")
    scale, end = preview.cards["Energy"].rows
    scale.button("1–5").click()
    says(page, qtbot, "whether a higher number is worse or better")
    end.button("better").click()
    says(page, qtbot, "3 Apr 2026: 2 → Fatigue: 8")
    assert scores(store) == {}
    preview.bring_button.click()
    assert scores(store) == {
        (DAY, "pain"): 4,
        (date(2026, 4, 4), "pain"): 7,
        (DAY, "fatigue"): 8,
        (date(2026, 4, 4), "fatigue"): 10,
    }
    press(page, "Take it all back")
    assert scores(store) == {}
    says(page, qtbot, "All of it was taken back.")


def test_words_come_in_once_each_has_a_number(page, store, qtbot):
    """A mood of one's own words stays out until they are numbers."""
    press(page, "Choose a file…")
    qtbot.waitUntil(lambda: page.preview is not None)
    preview = page.preview
    preview.orders.button("dmy").click()
    says(page, qtbot, "“Energy”, “Mood” can come in too: say below what they are.")
    energy = preview.cards["Energy"]
    energy.target.picked.emit("out")
    says(page, qtbot, "“Mood” can come in too: say below what it is.")
    card = preview.cards["Mood"]
    assert card.choice().target == "out"
    card.target.show_key("low_mood")
    card.target.picked.emit("low_mood")
    pick = card.word("bad")
    pick.show_key("7")
    pick.picked.emit("7")
    preview.bring_button.click()
    assert {day: score for (day, item), score in scores(store).items() if item == "low_mood"} == {date(2026, 4, 4): 7}


def test_a_file_that_is_nothing_says_so_and_the_page_is_as_it_was(page, file, store, qtbot):
    """A picture with the ending of a table: one sentence, nothing in the diary, and another file can be chosen."""
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    press(page, "Choose a file…")
    says(page, qtbot, "can’t be brought in")
    assert page.preview is None
    focused = page.window().focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Choose a file…"
    assert not store.path.exists() or scores(store) == {}
    press(page, "Choose a file…")
    says(page, qtbot, "can’t be brought in")


def test_our_own_table_needs_no_choices(page, file, store, qtbot):
    """What it has is called what it is called here."""
    file.write_text("day,pain,note\n2026-04-03,4,slept\n", encoding="utf-8")
    press(page, "Choose a file…")
    says(page, qtbot, "1 score and 1 note")
    assert scores(store) == {}
    press(page, "Bring it in")
    assert scores(store) == {(DAY, "pain"): 4}


def test_what_came_in_can_be_taken_back_from_anywhere_and_the_page_knows(page, file, store, journal, qtbot):
    """Another answer came after it: the button takes back the file, and not that; and an undo elsewhere is seen."""
    file.write_text("day,pain\n2026-04-03,4\n", encoding="utf-8")
    press(page, "Choose a file…")
    says(page, qtbot, "1 score and 0 notes")
    press(page, "Bring it in")
    store.add(Rating(day=DAY, item="nausea", score=2))
    press(page, "Take it all back")
    says(page, qtbot, "All of it was taken back.")
    assert scores(store) == {(DAY, "nausea"): 2}
    press(page, "Choose a file…")
    says(page, qtbot, "1 score and 0 notes")
    press(page, "Bring it in")
    assert journal.undo()
    says(page, qtbot, "All of it was taken back.")


def test_what_a_file_of_ours_lacks_is_said_before_it_comes_in(page, file, store, qtbot):
    """A bundle has no place for everything; a copy of a diary has, and then can’t be taken back in one press."""
    with DiaryStore.open(file.with_name("there"), create=True) as there:
        there.add(Rating(day=DAY, item="pain", score=4))
        for key, said in (("fhir", "FHIR has no place"), ("json", "It can’t be taken back in one press.")):
            file.write_text("".join(writers()[key].write(there, None, None)), encoding="utf-8")
            says(page, qtbot, "A file that another app")
            press(page, "Choose a file…")
            says(page, qtbot, said)
            press(page, "Leave it" if key == "fhir" else "Bring it in")
    says(page, qtbot, "It is in the diary.")
    assert scores(store) == {(DAY, "pain"): 4}
    assert not [each for each in page.findChildren(Button) if each.isVisible() and each.text() == "Take it all back"]


def test_two_hundred_things_are_shown_thirty_at_a_time(page, file, qtbot):
    """Those that wait come in as they stand, the focus goes on with the next ones, and a press draws one card anew."""
    names = [f"Pain {at} (0-10)" for at in range(200)]
    rows = [",".join([f"2026-04-{day:02}", *["4"] * 200]) for day in range(1, 10)]
    file.write_text("\n".join([",".join(["Date", *names]), *rows]), encoding="utf-8")
    press(page, "Choose a file…")
    qtbot.waitUntil(lambda: page.preview is not None)
    preview = page.preview
    assert len(preview.cards) == 30
    press(page, "Show 170 others")
    assert list(preview.cards) == names[:60]
    qtbot.waitUntil(preview.cards[names[30]].target.hasFocus)
    lines = preview.cards[names[1]].findChildren(Text)
    preview.cards[names[0]].target.show_key("note")
    preview.cards[names[0]].target.picked.emit("note")
    assert preview.cards[names[1]].findChildren(Text) == lines
    assert isinstance(preview.cards[names[0]].choice(), Choice)


def test_a_long_file_is_counted_when_nothing_more_is_pressed(page, file, qtbot):
    """Counting takes a moment there: a press is shown at once, and nothing can come in before it is counted anew."""
    file.write_text("Date,Time,Symptom,Severity\n" + "2020-04-03,08:00,Pain,8\n" * 20_001, encoding="utf-8")
    press(page, "Choose a file…")
    qtbot.waitUntil(lambda: page.preview is not None)
    preview = page.preview
    assert preview.bring_button.isEnabled()
    preview.cards["Pain"].target.show_key("note")
    preview.cards["Pain"].target.picked.emit("note")
    assert not preview.bring_button.isEnabled()
    says(page, qtbot, "0 scores and 1 note or measurement come in.")
    assert preview.bring_button.isEnabled()
