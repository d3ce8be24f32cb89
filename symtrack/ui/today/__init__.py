"""Today: four numbers and nothing to remember."""

from symtrack.ui.today.page import TodayPage

__all__ = ["TodayPage"]
