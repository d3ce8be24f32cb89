"""The card with the levels that the person chose: the same as on the page for the team."""

from symtrack.diary import goals
from symtrack.ui.journal import Journal
from symtrack.ui.levels import LevelsCard
from symtrack.ui.theme import Theme


class GoalsCard(LevelsCard):
    """Shows each item that is asked, with its level."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__(theme)
        self._journal = journal
        self.chosen.connect(self._keep)

    def draw(self) -> None:
        """Show what is chosen now."""
        self.show_levels(self._journal.items, goals.levels(self._journal.events(), self._journal.today))

    def _keep(self, item: str, value: int | None) -> None:
        journal = self._journal
        journal.add(goals.choosing(journal.events(), item, value, journal.today))
