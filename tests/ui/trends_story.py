"""The diary that the tests of Trends look at, and the way there."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from symtrack.diary.rows import Event, Rating
from symtrack.ui.main_window import MainWindow
from symtrack.ui.trends import TrendsPage
from symtrack.ui.trends.chart import Chart

TODAY = date(2026, 5, 15)
ITEMS = ("pain", "nausea", "appetite", "fatigue")


def days_ago(number: int) -> date:
    return TODAY - timedelta(days=number)


def story() -> list[Rating | Event]:
    """120 days in two voices, with a silence, an unwell day, two lines of treatment, a scan and a visit."""
    rows: list[Rating | Event] = []
    for ago in range(120):
        if 40 <= ago < 50:
            continue
        reason = "unwell" if ago == 5 else None
        for k, item in enumerate(ITEMS):
            score = None if reason else (ago * 7 + k * 3) % 11
            rows.append(Rating(day=days_ago(ago), item=item, score=score, reason=reason))
        if ago % 7 == 3:
            rows.append(Rating(day=days_ago(ago), item="pain", score=4, voice="caregiver:daughter"))
    rows += [Event(kind="cycle", day=days_ago(ago)) for ago in (110, 89, 68, 28, 7)]
    rows.append(Event(kind="treatment", day=days_ago(118), text="FOLFOX", body={"type": "chemotherapy", "line": 1}))
    rows.append(Event(kind="treatment", day=days_ago(30), text="FOLFIRI", body={"type": "chemotherapy", "line": 2}))
    rows.append(Event(kind="scan", day=days_ago(35), body={"modality": "ct", "result": "bigger"}))
    rows.append(Event(kind="visit", day=days_ago(20)))
    rows.append(Event(kind="goal", day=days_ago(90), body={"item": "pain", "value": 3}))
    return rows


def trends(window: MainWindow) -> TrendsPage:
    window.open("trends")
    QApplication.processEvents()
    page = window.page()
    assert isinstance(page, TrendsPage)
    return page


def place_of(chart: Chart, day: date) -> QPoint:
    """A point of the first row on that day."""
    places, window = chart.places, chart.window_shown
    part = (day.toordinal() - window.left) / window.span
    return QPoint(round(places.left + part * (places.right - places.left)), round(places.plots[0].center().y()))


def turn_wheel(chart: Chart, *, across: int = 0, down: int = 0) -> None:
    middle = QPointF(chart.width() / 2, 100)
    event = QWheelEvent(
        middle,
        chart.mapToGlobal(middle),
        QPoint(),
        QPoint(across, -down),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, event)
