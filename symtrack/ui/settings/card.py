"""What a card of the page is."""

from symtrack.ui.widgets import Card, Text


class SettingsCard(Card):
    """A card with a title, which shows what is set whenever it is told to."""

    def __init__(self, title: str) -> None:
        super().__init__(Text(title, "name"), name=title)
        self.column.setSpacing(10)

    def draw(self) -> None:
        """Show what is set now."""
        raise NotImplementedError
