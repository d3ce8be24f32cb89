"""The states of the window that a press or two lead to, each by its name: for pictures, and for tests that look."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QAbstractButton, QWidget

from symtrack.diary.rows import Event
from symtrack.exchange.foreign.reading import read_through
from symtrack.exchange.format import Foreign, recognised
from symtrack.exchange.opening import Opened
from symtrack.exchange.source import Source
from symtrack.i18n import _, clock
from symtrack.ui.diary import DiaryPage
from symtrack.ui.diary.day_line import DayLine
from symtrack.ui.help import HelpPage
from symtrack.ui.main_window import MainWindow
from symtrack.ui.moving import MovingPage
from symtrack.ui.settings import SettingsPage
from symtrack.ui.settings.reminder import ReminderCard
from symtrack.ui.team import TeamPage
from symtrack.ui.today import TodayPage
from symtrack.ui.today.comfort_card import ComfortCard
from symtrack.ui.today.dose_offer import DoseOffer
from symtrack.ui.today.more_offer import MoreOffer
from symtrack.ui.today.now_offer import NowOffer
from symtrack.ui.today.rest_offer import RestOffer
from symtrack.ui.today.spell_offer import SpellOffer
from symtrack.ui.today.team_list_offer import TeamListOffer
from symtrack.ui.top_line import TopLine
from symtrack.ui.top_part import TopPart
from symtrack.ui.trends import TrendsPage
from symtrack.ui.widgets.choice_list import ChoiceList
from symtrack.ui.widgets.toggle import Toggle


@dataclass(frozen=True, slots=True)
class State:
    """A page, and what is pressed on it. With `writes` that is one action, which has to be taken back in the end."""

    name: str
    page: str
    press: Callable[[MainWindow], object] = lambda _window: None
    writes: bool = False

    def reach(self, window: MainWindow) -> None:
        """Bring a window that was just made there."""
        window.open(self.page)
        self.press(window)

    def leave(self, window: MainWindow) -> None:
        """Have the diary as it was before."""
        if self.writes:
            window.open("today")
            cast("TodayPage", window.page()).foot.status.undo_button.click()


def line(window: QWidget) -> TopLine:
    """The top line of the window."""
    return cast("TopLine", window.findChild(TopLine))


def named(widget: QWidget, name: str) -> QAbstractButton:
    """The button of that accessible name that can be seen."""
    return next(b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name and not b.isHidden())


def _offer(key: str) -> Callable[[MainWindow], object]:
    return lambda window: cast("TodayPage", window.page()).foot.open(key)


def _toggled(panel: str) -> Callable[[MainWindow], object]:
    return lambda window: cast("TopPart", window.findChild(TopPart)).toggle(panel)


def _part(key: str) -> Callable[[MainWindow], object]:
    return lambda window: cast("TeamPage", window.page()).open(key)


def _paper(window: MainWindow) -> TeamPage:
    """The paper, once its pages are there."""
    page, loop = cast("TeamPage", window.page()), QEventLoop()
    page.paper.making.pages.connect(loop.quit)
    page.open("paper")
    loop.exec()
    return page


def _along(window: MainWindow) -> None:
    along = _paper(window).paper.part.along
    along.fold.button.click()
    along.buttons()[0].click()


def _visit(window: MainWindow) -> None:
    _paper(window).paper.part.buttons()[2].click()


def _trends(view: str, span: str = "") -> Callable[[MainWindow], object]:
    def press(window: MainWindow) -> None:
        sheet = cast("TrendsPage", window.page()).sheet
        if sheet is not None and not sheet.head.views.button(view).isHidden():
            sheet.head.views.button(view).click()
        if sheet is not None and span:
            sheet.head.choices.button(span).click()

    return press


def _table(window: MainWindow) -> None:
    sheet = cast("TrendsPage", window.page()).sheet
    if sheet is not None:
        sheet.head.as_table.click()


def _form(window: MainWindow) -> None:
    cast("DiaryPage", window.page()).add()


def _private(window: MainWindow) -> None:
    """The first answer of the opened day."""
    page = cast("DiaryPage", window.page())
    line = next(line for line in page.findChildren(DayLine) if line.shown.more)
    line.unfold(opened=True)
    named(line, _("Make it private")).click()


def _dose_form(window: MainWindow) -> None:
    _form(window)
    named(window, _("A dose")).click()


def _more(window: MainWindow) -> MoreOffer:
    _offer("more")(window)
    return cast("MoreOffer", cast("TodayPage", window.page()).foot.offer)


def _own(window: MainWindow) -> None:
    offer = _more(window)
    offer.own.setText("Itchy skin")
    named(offer, _("Ask this too")).click()
    window.open("settings")


def _rest(mode: str) -> Callable[[MainWindow], object]:
    def press(window: MainWindow) -> None:
        page = cast("TodayPage", window.page())
        page.foot.open("rest")
        cast("RestOffer", page.foot.offer).button(mode).click()
        if isinstance(page.instead.card, ComfortCard):
            page.instead.card.button("pain").click()

    return press


def _medicine(window: MainWindow) -> None:
    change = [b for b in window.page().findChildren(QAbstractButton) if b.accessibleName() == _("Change…")]
    next(b for b in change if "Omeprazol" in b.accessibleDescription()).click()


def _other_time(window: MainWindow) -> None:
    _offer("now")(window)
    cast("NowOffer", cast("TodayPage", window.page()).foot.offer).when.button("other").click()


def _reminder_line(window: MainWindow) -> None:
    words = _("{time}: time for your diary.").format(time=clock(time(18)))
    cast("TopPart", window.findChild(TopPart)).reminder.show_words(words, on_today=window.page_key == "today")


def _reminder_card(window: MainWindow) -> None:
    card = cast("ReminderCard", window.page().findChild(ReminderCard))
    if not card.on.isChecked():
        card.on.click()
    card.closed.setFocus()


def _dose(window: MainWindow) -> None:
    _offer("dose")(window)
    offer = cast("DoseOffer", cast("TodayPage", window.page()).foot.offer)
    # By its strength: the diary may have been invented in another language than the window's.
    next(b for b in offer.findChildren(QAbstractButton) if ", 5 mg" in b.accessibleName() and not b.isHidden()).click()


def _parts(window: MainWindow) -> None:
    _offer("dose")(window)
    named(cast("TodayPage", window.page()), _("All my morning ones")).click()


def _after_dose(window: MainWindow) -> None:
    page = cast("TodayPage", window.page())
    journal = page._journal  # noqa: SLF001 - three quarters of an hour can't be pressed
    taken = f"{journal.now - timedelta(minutes=45):%H:%M}"
    body = {"medicine": _("Morphine, liquid"), "for": "pain", "before": 7, "after_minutes": 45}
    journal.add(Event(kind="dose", day=journal.today, time=taken, text="5 mg", body=body))


def _spell(window: MainWindow) -> None:
    _offer("spell")(window)
    cast("SpellOffer", cast("TodayPage", window.page()).foot.offer).when.button("at").click()


def _tick(part: int) -> Callable[[MainWindow], object]:
    """The first line of one of the two parts of the team's list."""

    def press(window: MainWindow) -> None:
        _offer("teamlist")(window)
        offer = cast("TeamListOffer", cast("TodayPage", window.page()).foot.offer)
        offer.findChildren(ChoiceList)[part].findChildren(Toggle)[1].click()

    return press


MOVED_FILE = "my pain 2025.csv"
MOVED = """Date;Pain (0-10);Energy;Mood;Itching;Weight (kg);Notes
03/04/2025;4;2;so-so;1;64,2;slept well
04/04/2025;7;1;bad;3;;
05/04/2025;9;;good;;64,0;"walked, a little"
30/02/2025;4;;;;;
"""


def _moving(window: MainWindow) -> None:
    """A table of somebody's own that was read."""
    source = Source.of_bytes(MOVED_FILE, MOVED.encode())
    form = recognised(source)
    reading = read_through(cast("Foreign", form), source)
    cast("MovingPage", window.page()).show_read(Opened(Path(source.name), form.key, reading))


def _mapped(window: MainWindow) -> None:
    """The same, with what was asked answered."""
    _moving(window)
    preview = cast("MovingPage", window.page()).preview
    assert preview is not None
    assert preview.orders is not None
    preview.orders.button("dmy").click()
    scale, end = preview.cards["Energy"].rows
    scale.button("1–5").click()
    end.button("better").click()


STATES = (
    State("today", "today"),
    State("today-dose", "today", _offer("dose")),
    State("today-dose-noted", "today", _dose, writes=True),
    State("today-after-dose", "today", _after_dose, writes=True),
    State("today-dose-all", "today", _parts, writes=True),
    State("today-note", "today", _offer("note")),
    State("today-now", "today", _offer("now")),
    State("today-other-time", "today", _other_time),
    State("today-more", "today", _offer("more")),
    State("today-spell", "today", _spell),
    State("today-night", "today", _offer("night")),
    State("today-vomiting", "today", _offer("vomiting")),
    State("today-bowels", "today", _offer("bowels")),
    State("today-weight", "today", _offer("weight")),
    State("today-temperature", "today", _offer("temperature")),
    State("today-fluids", "today", _offer("fluids")),
    State("today-call", "today", _offer("call")),
    State("today-list", "today", _offer("teamlist")),
    State("today-ring-team", "today", _tick(1), writes=True),
    State("today-ring-emergency", "today", _tick(0), writes=True),
    State("today-week", "today", _offer("week")),
    State("today-rest", "today", _offer("rest")),
    State(
        "today-weekly",
        "today",
        lambda window: named(_more(window), _("Once a week: up and about?")).click(),
        writes=True,
    ),
    State("today-pause", "today", _rest("pause"), writes=True),
    State("today-comfort", "today", _rest("comfort"), writes=True),
    State("today-finished", "today", _rest("finished"), writes=True),
    State("today-reminder", "today", _reminder_line),
    State("question", "today", _toggled("question")),
    State("ring", "today", lambda window: line(window).ring.click()),
    State("writer", "today", lambda window: line(window).writer.click()),
    State("menu", "today", _toggled("menu")),
    State("diaries", "today", _toggled("diaries")),
    State("aloud", "today", _toggled("aloud")),
    State("help", "help"),
    State("about", "help", lambda window: cast("HelpPage", window.page()).about()),
    State("help-page", "help", lambda window: cast("HelpPage", window.page()).read("unwell")),
    State("moving", "moving"),
    State("moving-preview", "moving", _moving),
    State("moving-mapped", "moving", _mapped),
    State("trends", "trends"),
    State("trends-reminder", "trends", _reminder_line),
    State("trends-table", "trends", _table),
    State("trends-weeks", "trends", _trends("days", "weeks")),
    State("trends-months", "trends", _trends("days", "months")),
    State("trends-all", "trends", _trends("days", "all")),
    State("trends-cycle", "trends", _trends("cycle")),
    State("trends-around", "trends", _trends("around")),
    State("trends-doses", "trends", _trends("doses")),
    State("diary", "diary"),
    State("diary-form", "diary", _form),
    State("diary-all", "diary", lambda window: cast("DiaryPage", window.page()).show_view("all")),
    State("diary-dose", "diary", _dose_form),
    State("diary-private", "diary", _private, writes=True),
    State("team", "team"),
    State("team-number", "team", lambda window: cast("TeamPage", window.page()).points.change.click()),
    State("team-questions", "team", _part("questions")),
    State("team-paper", "team", _paper),
    State("team-along", "team", _along),
    State("team-visit", "team", _visit),
    State("settings", "settings"),
    State("settings-reminder", "settings", _reminder_card),
    State("settings-own", "today", _own, writes=True),
    State("settings-medicine", "settings", _medicine),
    State("settings-list", "settings", lambda window: cast("SettingsPage", window.page()).team_list.open()),
    State("settings-number", "settings", lambda window: cast("SettingsPage", window.page()).grant("number")),
)
