"""What stands above the chart, and above the columns of the table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore
from symtrack.ui.main_window import MainWindow
from symtrack.ui.trends.sheet import Sheet
from tests.ui.trends_story import days_ago, story, trends


@pytest.fixture
def sheet(store: DiaryStore, window: MainWindow) -> Sheet:
    """The story, with two doses."""
    dose: dict[str, object] = {"medicine": "Morphine", "when": "needed", "before": 8, "after": 4}
    store.add(*story(), *(Event(kind="dose", day=days_ago(k), body=dose) for k in (2, 6)))
    found = trends(window).sheet
    assert found is not None
    QApplication.processEvents()
    return found


def test_what_can_be_done_stands_apart_from_what_is_shown(sheet: Sheet) -> None:
    """At the end of the line, below the end of the views; what a press adds does not come under the pointer."""
    head = sheet.head

    def end(button: QWidget) -> int:
        return button.mapTo(head, button.rect().topRight()).x()

    assert end(head.keep) == end(head.views.button("doses")) == head.rect().right()
    assert head.as_table.x() > head.choices.button("all").geometry().right() + 8
    there = head.keep.geometry()
    head.keep.click()
    QApplication.processEvents()
    assert there.contains(head.keep.geometry().center())
    assert end(head.print) == head.rect().right()


def test_a_heading_stands_above_what_it_names(sheet: Sheet) -> None:
    """The last column is wider than the window: its name begins where its words begin."""
    sheet.head.as_table.click()
    model, role = sheet.table.model(), Qt.ItemDataRole.TextAlignmentRole
    for column in range(model.columnCount()):
        assert model.headerData(column, Qt.Orientation.Horizontal, role) == model.index(0, column).data(role)
