"""The Diary page: a month at a glance, a day opened, and what happened in it."""

from symtrack.ui.diary.page import DiaryPage

__all__ = ["DiaryPage"]
