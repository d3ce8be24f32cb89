"""Trends: one row an item over one shared axis of days."""

from symtrack.ui.trends.page import TrendsPage

__all__ = ["TrendsPage"]
