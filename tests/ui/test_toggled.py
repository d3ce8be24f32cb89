"""What a screen reader does to a button is what a press does: Qt itself tells nobody when a button is toggled."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QWidget

from symtrack.store import DiaryStore
from symtrack.ui.main_window import MainWindow
from symtrack.ui.rail import Rail
from symtrack.ui.today import TodayPage
from symtrack.ui.widgets import ChoiceRow
from symtrack.ui.widgets.toggle import Toggle
from tests.ui.conftest import FRIDAY


def act(widget: QWidget) -> None:
    """The first thing that the widget offers a screen reader."""
    node = QAccessible.queryAccessibleInterface(widget)
    actions: QAccessibleActionInterface = node.actionInterface()
    actions.doAction(actions.actionNames()[0])


def test_a_score_that_a_screen_reader_toggles_is_saved(today: TodayPage, store: DiaryStore) -> None:
    """The number is in the diary, and not only on the screen."""
    act(today.cards[0].scale.button(7))
    assert [(row.item, row.score) for row in store.ratings(FRIDAY.date(), FRIDAY.date())] == [("pain", 7)]
    assert today.cards[0].answer_text() == "7, severe"


def test_a_page_opens_by_the_screen_readers_action(window: MainWindow) -> None:
    """In the rail too, where the open page is a radio button that is on."""
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    assert QAccessible.queryAccessibleInterface(rail.button("diary")).role() == QAccessible.Role.RadioButton
    act(rail.button("diary"))
    assert window.page_key == "diary"


def test_a_press_counts_once_and_the_program_itself_never(qtbot) -> None:
    """A key, a toggle and a change that the program makes: two presses."""
    toggle = Toggle("Show the trends")
    pressed: list[bool] = []
    qtbot.addWidget(toggle)
    toggle.clicked.connect(lambda on: pressed.extend([on]))
    toggle.show()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    act(toggle)
    toggle.setChecked(True)
    assert pressed == [True, False]


def test_a_choice_is_a_radio_button(qtbot) -> None:
    """One of several is not announced as a box to tick."""
    choices = ChoiceRow([("a4", "A4"), ("letter", "Letter")], name="Size of the paper")
    chosen: list[str] = []
    qtbot.addWidget(choices)
    choices.chosen.connect(chosen.append)
    choices.show_choice("a4")
    assert QAccessible.queryAccessibleInterface(choices.button("a4")).role() == QAccessible.Role.RadioButton
    act(choices.button("letter"))
    assert (chosen, choices.choice()) == (["letter"], "letter")
