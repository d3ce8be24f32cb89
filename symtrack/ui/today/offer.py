"""What every offer below the cards is: a card in the page that Escape puts away."""

from collections.abc import Callable

from symtrack.ui.half_written import WORDS
from symtrack.ui.widgets import OpenCard, Text


class Offer(OpenCard):
    """One of the offers, open in the page. What it holds is kept when it is put away."""

    alone = False
    """Whether it takes the place of the questions while it is open."""

    def __init__(self, title: str) -> None:
        super().__init__(name=title)
        self.setProperty("form", WORDS)
        self._title = Text(title, "name")
        self.column.addWidget(self._title)
        self._drawing: Callable[[], None] | None = None

    def drawn_by(self, drawing: Callable[[], None]) -> None:
        """Have `drawing` show in it what the diary has, each time that this may have changed."""
        self._drawing = drawing

    def draw(self) -> None:
        """Show what the diary has now."""
        if self._drawing is not None:
            self._drawing()

    def keep(self) -> bool:
        """Hand over what is written or picked in it; whether nothing is left unsaved."""
        return True

    def take_back(self) -> bool:
        """Leave what is picked and not saved yet; whether there was anything."""
        return False
