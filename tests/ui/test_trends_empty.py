"""Trends before there is anything to draw."""

import subprocess
import sys

from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.widgets import Text
from tests.ui.trends_story import TODAY, days_ago, trends


def test_an_empty_diary_has_a_calm_sentence(window: MainWindow) -> None:
    """No axes without dots."""
    page = trends(window)
    assert page.chart is None
    assert "nothing to draw yet" in " ".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def test_the_first_answer_brings_the_chart(window: MainWindow, journal: Journal) -> None:
    """The sentence goes when there is something to draw."""
    page = trends(window)
    journal.rate(TODAY, "pain", 3)
    assert page.chart is not None
    assert page.chart.isVisible()


def test_an_old_diary_is_shown_whole(window: MainWindow, journal: Journal) -> None:
    """Brought in long after its last day, it does not open on a month of nothing; days without anything say so."""
    for ago in range(100, 130):
        journal.rate(days_ago(ago), "pain", 3)
    sheet = trends(window).sheet
    assert sheet is not None
    assert sheet.heading.text() == "The whole diary"
    assert "Nothing" not in sheet.read_out.text()
    sheet.head.choices.button("month").click()
    assert sheet.heading.text() == "The last month"
    assert sheet.read_out.text() == "Nothing was entered in these days."


def test_the_chart_is_loaded_when_trends_is_opened() -> None:
    """The first paint of the window does not wait for the chart's library."""
    program = "import sys, symtrack.ui.main_window; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
