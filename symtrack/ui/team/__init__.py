"""For my team: what the numbers show, what the person wants to ask, and the paper for the clinic."""

from symtrack.ui.team.page import TeamPage

__all__ = ["TeamPage"]
