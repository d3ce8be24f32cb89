"""The diary that the tests of Trends look at, and the way there."""

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from symtrack.diary.rows import Event, Rating
from symtrack.ui.main_window import MainWindow
from symtrack.ui.trends import TrendsPage

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
