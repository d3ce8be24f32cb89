"""The start: what waits until Today can be seen with its contents, and what is done once and not twice."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QWidget
from pytestqt.qtbot import QtBot

from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from symtrack.ui.today.score_card import ScoreCard
from symtrack.ui.widgets import FlowLayout
from symtrack.ui.widgets.mirrored import mirrored


def said(program: str, *words: Path, **environment: str) -> str:
    """What the program prints, as a process of its own."""
    command = [sys.executable, "-W", "error", "-c", program, *map(str, words)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=environment).stdout


def test_nothing_heavy_is_imported_before_the_contents_are_painted(tmp_path: Path) -> None:
    """Today is on the screen before what computes points, draws charts, prints, copies, merges or phones is loaded.

    Nor are classes of Qt made that nothing has used yet: a single widget that PySide does not know makes all of them.
    """
    program = """
import sys
from pathlib import Path
from PySide6 import QtWidgets
from symtrack import app
from symtrack.store import DiaryStore
LATER = {
    "numpy", "pyqtgraph", "sqlite_utils", "typst", "scipy", "holidays", "jeepney", "jsonschema", "click", "subprocess",
    "uuid", "difflib", "PySide6.QtNetwork", "symtrack.rules", "symtrack.store.merging", "symtrack.store.share",
    "symtrack.ui.widgets.fields", "symtrack.ui.call_form", "symtrack.diary.event_words",
}
application = app.application()
app.speak("")
window = app.main_window(DiaryStore.open(Path(sys.argv[1]), create=True), Path(sys.argv[2]))
seen = []
def painted():
    seen.append(window.isVisible())
    seen.extend(sorted(LATER & sys.modules.keys()))
    seen.extend(sorted({"QWizard", "QStyle", "QFileDialog", "QLineEdit", "QSystemTrayIcon"} & vars(QtWidgets).keys()))
    application.quit()
window.painted.connect(painted)
window.show()
application.exec()
print(seen)
"""
    assert said(program, tmp_path / "d.symtrack", tmp_path / "s.toml") == "[True]\n"


def test_no_source_is_read_to_import_a_module() -> None:
    """Qt for Python would read each module’s, for a switch that nothing here uses; Today would wait for that."""
    program = """
import linecache
from symtrack import app
from symtrack.ui import contents, today
print([name for name in linecache.cache if "today" in name])
"""
    assert said(program) == "[]\n"


def test_numpy_starts_no_threads() -> None:
    """A thread for each core takes as long to start as the rest of numpy, and nothing here multiplies that much."""
    program = """
import os, sys
from symtrack.__main__ import main
sys.argv = ["symtrack", "--version"]
try:
    main()
except SystemExit:
    import numpy
    print(os.environ["OPENBLAS_NUM_THREADS"])
"""
    assert said(program).splitlines()[-1] == "1"


def test_every_computer_draws_it_in_the_same_style() -> None:
    """What is measured and seen here is what others get, whatever their own programs look like."""
    program = "from symtrack import app; print(app.begun().style().name())"
    assert said(program, QT_STYLE_OVERRIDE="windows") == "fusion\n"


def test_what_the_start_makes_is_not_looked_through_for_what_could_go(tmp_path: Path) -> None:
    """Python does not collect while the window comes up, and does from then on, without the start's own things."""
    program = """
import gc, sys
from pathlib import Path
from symtrack import __main__ as main
from symtrack import app
from symtrack.store import DiaryStore
def run(diary, _secret):
    print(gc.isenabled())
    application = app.application()
    window = app.main_window(DiaryStore.open(diary, create=True), Path(sys.argv[2]))
    window.painted.connect(application.quit, app.Qt.ConnectionType.QueuedConnection)
    window.show()
    application.exec()
    print(gc.isenabled(), gc.get_freeze_count() > 10_000)
    return 0
app.run = run
main._window(Path(sys.argv[1]), None)
"""
    assert said(program, tmp_path / "d.symtrack", tmp_path / "s.toml") == "False\nTrue True\n"


def test_the_questions_are_laid_out_once(journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each comes to the width that it has at the first painting, and to no other before; so do the rows of buttons."""
    widths: list[int] = []
    resized = ScoreCard.resizeEvent

    def noted(card: ScoreCard, event: QResizeEvent) -> None:
        widths.append(event.size().width())
        resized(card, event)

    monkeypatch.setattr(ScoreCard, "resizeEvent", noted)
    flows: dict[FlowLayout, set[int]] = {}
    placed = FlowLayout.setGeometry

    def noted_too(flow: FlowLayout, rect: QRect) -> None:
        flows.setdefault(flow, set()).add(rect.width())
        placed(flow, rect)

    monkeypatch.setattr(FlowLayout, "setGeometry", noted_too)
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.grounded):
        window.show()
    with qtbot.waitSignal(window.painted):
        window.fill(journal)
    page = window.page()
    assert isinstance(page, TodayPage)
    assert widths == [card.width() for card in page.cards]
    assert {len(each) for each in flows.values()} == {1}


def test_a_page_that_was_left_shows_what_came_meanwhile(window: MainWindow, journal: Journal) -> None:
    """Somebody else’s answer, or one that was given on another page, is there when Today is opened again."""
    window.open("help")
    journal.rate(journal.today, "pain", 7)
    window.open("today")
    page = window.page()
    assert isinstance(page, TodayPage)
    assert page.cards[0].answer_text() == "7, severe"


@pytest.mark.parametrize("page", ["settings", "team", "diary", "help"])
def test_a_page_that_is_opened_for_the_first_time_has_the_focus_in_it(window: MainWindow, page: str) -> None:
    """On something that can be used, and not on the area that scrolls it."""
    window.open(page)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.page().isAncestorOf(focused)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_place_is_mirrored_as_qt_does(direction: Qt.LayoutDirection, qtbot: QtBot) -> None:
    """What a page draws itself stands where Qt would have put it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayoutDirection(direction)
    widget.resize(301, 40)
    for place in (QRect(0, 0, 301, 40), QRect(10, 5, 24, 24), QRect(250, 1, 51, 3), QRect(-4, 0, 20, 20)):
        assert mirrored(widget, place) == QStyle.visualRect(direction, widget.rect(), place)


def shown(words: str, beside: QLabel) -> QLabel:
    """One more label there, which can be seen at once."""
    label = QLabel(words, beside.parentWidget())
    label.show()
    return label


@pytest.mark.parametrize("change", [
    lambda label, _layout: label.setText("a longer word that needs a second line"),
    lambda label, _layout: label.setMinimumHeight(90),
    lambda label, layout: layout.addWidget(shown("more", label)),
    lambda label, _layout: label.hide(),
])  # fmt: skip
def test_a_flow_is_as_high_as_what_is_in_it_now(change: Callable[[QLabel, FlowLayout], object], qtbot: QtBot) -> None:
    """A height that it told before does not outlive a change: nothing would be cut off."""
    inside = QWidget()
    qtbot.addWidget(inside)
    flow, label = FlowLayout(inside), QLabel("word")
    label.setWordWrap(True)
    flow.addWidget(QLabel("first"))
    flow.addWidget(label)
    inside.show()
    before = {width: flow.heightForWidth(width) for width in (40, 90, 400)}
    change(label, flow)
    after = {width: flow.heightForWidth(width) for width in (40, 90, 400)}
    flow.invalidate()
    assert after == {width: flow.heightForWidth(width) for width in (40, 90, 400)}
    assert after != before


def test_the_card_that_is_answered_moves_nothing(today: TodayPage) -> None:
    """Its thick edge is drawn inside of it, so that no number slips away under the mouse from card to card."""
    places: set[tuple[int, ...]] = set()
    for card in today.cards[:2]:
        card.setFocus()
        hints: list[QSize] = [each.sizeHint() for each in today.cards]
        places.add(tuple(size.height() for size in hints))
    assert len(places) == 1
