"""The Settings page: what belongs to the diary, and what belongs to this computer."""

from symtrack.ui.settings.page import SettingsPage

__all__ = ["SettingsPage"]
