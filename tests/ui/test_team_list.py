"""Something on the team's list, in the window: a tick shows whom to ring and stays until it is dealt with."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from symtrack.diary.measures import KINDS, amount
from symtrack.diary.period import Period
from symtrack.diary.rows import Event, Setting
from symtrack.errors import DiaryFileError
from symtrack.report import build
from symtrack.store import DiaryStore
from symtrack.ui.call_form import CallForm
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.settings import SettingsPage
from symtrack.ui.settings.list_form import ListForm
from tests.ui.conftest import TEAM, StandingClock, press
from tests.ui.team_list_page import FEVER, card_of, card_of_fever, focused, page_of, the_list, tick, ticks

K = Qt.Key


def test_a_tick_at_night_shows_the_night_number(night: Journal, window: MainWindow) -> None:
    """By keyboard alone: F8, down to the line, Enter. The number has the focus, the questions are back below it."""
    press(K.Key_F8)
    page = page_of(window)
    assert not page.cards[0].isVisible()
    while focused().accessibleName() != FEVER:
        press(K.Key_Tab)
    press(K.Key_Return)
    texts = card_of(page).texts()
    assert texts[:3] == ["Ring your team now", "01632 960 222", "Night line, until 08:00"]
    assert "This app has told nobody." in texts
    assert focused().accessibleName().startswith("Ring your team now 01632 960 222")
    assert page.cards[0].isVisible()
    (event,) = ticks(night)
    assert event.body == {"ticked": [FEVER], "part": "team", "shown": "01632 960 222"}
    assert (event.time, f"{event.day}") == ("23:00", "2026-05-16")


def test_the_emergency_service_comes_before_the_team(night: Journal, window: MainWindow) -> None:
    """Chest pain on top of a fever: the same entry says both, and the number is that of the emergency service."""
    card = tick(page_of(window), FEVER, "Chest pain")
    assert card.texts()[:2] == ["Call the emergency service now", "112"]
    assert "After that, ring your team: 01632 960 222 (Night line, until 08:00)." in card.texts()
    (event,) = ticks(night)
    assert event.body == {"ticked": [FEVER, "Chest pain"], "part": "emergency", "shown": "112"}


def test_without_the_emergency_number_none_is_made_up(night: Journal, window: MainWindow) -> None:
    """Each country has its own: the words alone stand there."""
    night.set("team", TEAM[:2])
    card = tick(page_of(window), "Chest pain")
    assert card.texts()[0] == "Call the emergency service now"
    assert card.texts()[1].startswith("After that, ring your team: 01632 960 222")


def test_without_any_number_it_says_where_one_stands(journal: Journal, window: MainWindow) -> None:
    """The card never comes in empty."""
    assert "See your chemotherapy card or ward letter" in card_of_fever(window).texts()[1]


def test_what_to_say_comes_from_the_diary(night: Journal, window: MainWindow) -> None:
    """Name, treatment and day of the cycle, what was ticked, the last temperature, the last dose."""
    day = night.today
    night.add(
        Setting(key="name", value="Anna Berger"),
        Event(kind="treatment", day=day.replace(day=1), text="FOLFOX", body={"type": "chemotherapy", "line": 1}),
        Event(kind="cycle", day=day.replace(day=9), body={"number": 3}),
        Event(kind="measurement", day=day, time="22:40", body={"what": "temperature", "value": 38.4, "unit": "C"}),
        Event(kind="dose", day=day, time="21:15", text="10 mg", body={"medicine": "morphine", "taken": "yes"}),
    )
    texts = card_of_fever(window).texts()
    for said in (
        "My name is Anna Berger.",
        "Treatment: FOLFOX, first line.",
        "Today is day 8 of cycle 3.",
        f"On my list: {FEVER}.",
        f"Last temperature: {amount(KINDS['temperature'], 38.4)}, today 22:40.",
        "Last doses: morphine, 10 mg, today 21:15.",
    ):
        assert said in texts
    night.set_writer(Writer("caregiver:Tom"))
    assert "I ring for Anna Berger." in card_of(page_of(window)).texts()


def test_it_stands_there_again_after_a_restart(night: Journal, open_window: Callable[..., MainWindow]) -> None:
    """The window is closed in a fright: opened again, the number stands on top and has the focus."""
    window = open_window()
    card_of_fever(window)
    window.close()
    again = page_of(open_window())
    assert card_of(again).texts()[1] == "01632 960 222"
    assert card_of(again).isAncestorOf(focused())


def test_we_rang_is_noted_in_one_action(night: Journal, window: MainWindow, qtbot: QtBot) -> None:
    """Whom, the number and what they said; the focus goes to the questions, and one undo takes it all back."""
    page = page_of(window)
    card_of_fever(window).button("rang").click()
    form = card_of(page).slot.form
    assert isinstance(form, CallForm)
    qtbot.keyClicks(QApplication.focusWidget(), "come in")
    press(K.Key_Return)
    assert page.ticked.card is None
    assert page.cards[0].hasFocus()
    call = next(event for event in night.events() if event.kind == "call")
    assert (call.time, call.body["whom"], call.body["number"], call.body["said"]) == (
        "23:00",
        "Night line",
        "01632 960 222",
        "come in",
    )
    assert ticks(night)[0].body["rung"] == "23:00, Night line"
    night.start()
    qtbot.waitUntil(lambda: any(flag.rule == "team-list" for flag in night.flags))
    assert not [flag for flag in night.flags if flag.rule == "team-list" and flag.on_screen(night.today)]
    night.undo()
    assert [event.kind for event in night.events()] == ["teamlist"]
    assert card_of(page).texts()[1] == "01632 960 222"


def test_a_tick_by_mistake_leaves_the_number_in_view(night: Journal, window: MainWindow) -> None:
    """Taken away by its button or by undo, nothing is ticked, and the number stays until it is put away."""
    page = page_of(window)
    card_of_fever(window).button("mistake").click()
    assert card_of(page).texts()[:2] == [
        "Nothing is ticked any more. If you feel unwell, ring all the same",
        "01632 960 222",
    ]
    assert ticks(night)[0].body == {"ticked": [], "shown": "01632 960 222"}
    night.undo()
    assert card_of(page).texts()[0] == "Ring your team now"
    night.undo()
    assert ticks(night) == []
    assert card_of(page).texts()[1] == "01632 960 222"
    card_of(page).button("away").click()
    assert page.ticked.card is None


def test_the_number_is_shown_even_if_nothing_can_be_saved(
    night: Journal, window: MainWindow, store: DiaryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a full disk the page says so, and whom to ring all the same; put away, it stays away."""

    def full(*_rows: object) -> None:
        raise DiaryFileError("The disk is full.")

    page = page_of(window)
    with monkeypatch.context() as broken:
        broken.setattr(store, "add", full)
        card = tick(page, FEVER, "Chest pain")
        assert card.texts()[:2] == ["Call the emergency service now", "112"]
        assert "The disk is full." in window.sentence
        card.button("away").click()
        assert page.ticked.card is None
        page.ticked.draw()
        assert page.ticked.card is None
    assert ticks(night) == []


def test_put_away_without_ringing_is_kept(night: Journal, window: MainWindow) -> None:
    """The diary says that nobody rang; and the card stays away."""
    page = page_of(window)
    card_of_fever(window).button("away").click()
    assert ticks(night)[0].body["rung"] == "no"
    assert page.ticked.card is None
    window.open("diary")
    window.open("today")
    assert page.ticked.card is None


def test_another_hour_has_another_number(night: Journal, window: MainWindow, clock: StandingClock) -> None:
    """On Monday morning it is the ward's; the diary still says which one was shown at night."""
    page = page_of(window)
    clock.now = datetime(2026, 5, 18, 7, 59).astimezone()
    card_of_fever(window)
    clock.now = datetime(2026, 5, 18, 8, 0).astimezone()
    page.ticked.draw()
    assert card_of(page).texts()[1] == "01632 960 111"
    assert ticks(night)[0].body["shown"] == "01632 960 222"


def test_the_list_is_there_when_only_comfort_is_asked(night: Journal, window: MainWindow) -> None:
    """Near the end of life, and in a pause; a finished diary offers nothing any more."""
    page = page_of(window)
    for mode, there in (("comfort", True), ("pause", True), ("finished", False), ("normal", True)):
        night.set("mode", mode)
        assert page.foot.button("teamlist").isVisible() is there
    night.set("mode", "comfort")
    assert tick(page, FEVER).texts()[1] == "01632 960 222"


def test_opioids_are_asked_about_in_one_press(night: Journal, window: MainWindow) -> None:
    """The default says that it is only one, and has more lines for whoever takes an opioid."""
    page = page_of(window)
    page.foot.open("teamlist")
    assert any("only a default list" in text for text in the_list(page).texts())
    toggle = next(b for b in the_list(page).findChildren(type(the_list(page).button(FEVER))) if "opioid" in b.text())
    toggle.click()
    QApplication.processEvents()
    assert night.settings["opioid"] == "on"
    assert the_list(page).button("Breathing very slowly, and hard to wake").isVisible()


def test_the_card_is_written_down_and_ticked(night: Journal, window: MainWindow, qtbot: QtBot) -> None:
    """From the list to Settings; the temperature, then the lines, one moved to the other part; then it is ticked."""
    page = page_of(window)
    page.foot.open("teamlist")
    the_list(page).change_wanted.emit()
    settings = window.page()
    assert isinstance(settings, SettingsPage)
    qtbot.keyClicks(QApplication.focusWidget(), "37.5")
    press(K.Key_Tab)
    settings.team_list.open()
    form = settings.team_list.slot.form
    assert isinstance(form, ListForm)
    emergency, team = form.parts
    _write(emergency, "Fits")
    _write(team, "Hiccups", "A blocked line")
    next(b for b in form.findChildren(type(settings.team_list.change_button)) if "cursor up" in b.text()).click()
    form.give()
    assert night.settings["teamlist"] == {"emergency": ["Fits", "A blocked line"], "team": ["Hiccups"]}
    window.open("today")
    card = tick(page, "A temperature of 37.5 °C or above", "A blocked line")
    assert card.texts()[0] == "Call the emergency service now"
    window.open("settings")
    settings.team_list.default_button.click()
    assert night.settings["teamlist"] == {}
    assert settings.team_list.change_button.hasFocus()


def _write(field: QPlainTextEdit, *lines: str) -> None:
    """Type the lines in place of what stands there; the cursor is in the last one."""
    field.selectAll()
    field.insertPlainText("\n".join(lines))


def test_who_ticked_it_is_said(night: Journal, window: MainWindow) -> None:
    """A daughter ticks it as her own view: the card says so, and so does the diary."""
    night.set_writer(Writer("caregiver:Tom"))
    assert f"Ticked at 23:00 by Tom: {FEVER}" in card_of_fever(window).texts()
    assert ticks(night)[0].voice == "caregiver:Tom"


def test_it_stands_on_the_paper(night: Journal, window: MainWindow) -> None:
    """What was ticked, which number was shown, whether somebody rang: without patterns too."""
    night.set("flags", "off")
    page = page_of(window)
    card_of_fever(window).button("rang").click()
    form = card_of(page).slot.form
    assert isinstance(form, CallForm)
    form.give()
    first = night.today.replace(day=1)
    blocks = build(
        night.diary,
        flags=(),
        period=Period(first, night.today),
        settings=night.settings,
    )
    printed = str(blocks)
    for words in (FEVER, "Number shown: 01632 960 222.", "Rung: 23:00, Night line.", "Call at 23:00 to Night line"):
        assert words in printed


def test_what_the_list_says_is_not_put_off(night: Journal, window: MainWindow, qtbot: QtBot) -> None:
    """On the page for the team it has “We phoned…” and neither “My team knows” nor “Later”."""
    night.start()
    card_of_fever(window).button("away").click()
    qtbot.waitUntil(lambda: any(flag.rule == "team-list" for flag in night.flags))
    window.open("team")
    names = {button.accessibleName() for button in window.page().findChildren(QAbstractButton)}
    assert "We phoned…" in names
    assert not {"My team knows", "Later: tomorrow"} & names
