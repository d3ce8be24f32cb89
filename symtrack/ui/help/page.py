"""The page: one screenful to read, the pages for patients, and every key."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from symtrack import guide
from symtrack.i18n import N_, _
from symtrack.ui.acts import ACTS, GROUPS
from symtrack.ui.help.about import AboutCard
from symtrack.ui.help.guide_page import GuidePage
from symtrack.ui.help.words import WORDS
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, flow, reveal

PAGES = {
    N_("Today"): N_("Type a number, press Enter. Too unwell? One press says so. It is saved at once."),
    N_("Trends"): N_(
        "The numbers over time, with treatments and visits above them. On the chart the arrow keys read out a day, "
        "+ and − zoom, and 1, 2, 3 and so on choose how many days. Other views: by cycle, before and after, doses."
    ),
    N_("Diary"): N_("Every day so far, to look at and to correct. Treatments, scans and visits are written here."),
    N_("For my team"): N_("What to talk about, your own questions, and the paper for the next visit."),
    N_("Settings"): N_("Text size, colours, what is asked, whom to ring, copies, a passphrase."),
}
KEYS_ON_A_CARD = (
    (N_("0 to 9"), N_("picks that number; 0 after 1 is ten, and so is T")),
    (N_("Enter or ↓"), N_("saves and goes on")),
    (N_("↑"), N_("goes back")),
    ("−", N_("prefers not to say")),
    ("U", N_("too unwell to answer")),
    ("N", N_("a note on this answer")),
    (N_("Tab"), N_("goes to the next thing on the page")),
    (N_("Escape"), N_("puts away what is open")),
)


class HelpPage(QWidget):
    """Says the same whatever is in the diary, but for where it lies. In its place a page for patients can be read."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._reading: GuidePage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(34, 16, 34, 16)
        self._column.setSpacing(12)
        self._column.addWidget(Text(_("Help"), "heading"))
        self._overview = QWidget()
        self._column.addWidget(self._overview)
        self._fill(journal)
        self._column.addStretch(1)

    def _fill(self, journal: Journal) -> None:
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        first = _card(_("The most important thing"))
        first.setProperty("current", "true")
        for words in (
            _("Nobody is watching. symtrack sends nothing to anyone; nobody at the hospital sees what is typed here."),
            _("If you feel unwell, ring your team. The number stands at the top of every page."),
        ):
            first.column.addWidget(Text(words))
        self.setFocusProxy(first)
        column.addWidget(first)
        column.addWidget(self._guide())
        pages = _card(_("What each page is for"))
        pages.column.addLayout(self._table([(_(page), _(words)) for page, words in PAGES.items()]))
        column.addWidget(pages)
        keys = _card(_("The keys on a card"))
        keys.column.addLayout(self._table([(_(key), _(words)) for key, words in KEYS_ON_A_CARD]))
        column.addWidget(keys)
        sealed = journal.sealing.sealed
        everywhere = _card(_("The keys anywhere"))
        for group, title in GROUPS.items():
            acts = [act for act in ACTS if act.group == group and (sealed or not act.sealed)]
            everywhere.column.addWidget(Text(_(title), "small"))
            everywhere.column.addLayout(self._table([(act.shown_keys(), _(act.words)) for act in acts]))
        column.addWidget(everywhere)
        self._words = self._explained(column)
        privacy = _card(_("Privacy"))
        privacy.column.addWidget(
            Text(_("What you write stays in one file on this computer, and on the paper that you choose to print."))
        )
        privacy.column.addWidget(
            Text(_("symtrack opens no connection and has no account. A passphrase keeps other people’s eyes out."))
        )
        column.addWidget(privacy)
        self._about = AboutCard(journal)
        column.addWidget(self._about)
        for card in self.findChildren(Card):
            card.setAccessibleDescription(" ".join(text.text() for text in card.findChildren(Text)[1:]))

    @property
    def reading(self) -> GuidePage | None:
        """The page for patients that is open."""
        return self._reading

    @property
    def place(self) -> str:
        """The key of the page for patients that is open; empty when none is."""
        return self._reading.key if self._reading else ""

    def take_focus(self) -> None:
        """To the top, so that a screen reader begins there."""
        (self._reading or self).setFocus()

    def read(self, key: str) -> None:
        """Show that page for patients in place of the help."""
        self._leave()
        self._reading = reading = GuidePage(key, self._theme)
        self._overview.hide()
        self._column.insertWidget(1, reading)
        reading.show()  # Before Qt is back in its loop, what is not shown takes no focus.
        reading.put_away.connect(self.put_away)
        reading.wanted.connect(self.read)
        reading.setFocus()

    def put_away(self) -> None:
        """Show the help again, with the focus on the page that was read."""
        key = self._leave()
        self._overview.show()
        if key:
            self._pages[key].setFocus()

    def _leave(self) -> str:
        """Close what is read; which page that was."""
        reading, self._reading = self._reading, None
        if reading is None:
            return ""
        reading.hide()
        reading.deleteLater()
        return reading.key

    def grant(self, wish: str) -> None:
        """Show what another page asked for: the `words` that are explained, or what this program is `about`."""
        if wish == "words":
            self.explain()
        elif wish == "about":
            self.about()

    def explain(self) -> None:
        """To the first of the words that are explained."""
        self.put_away()
        self._words[0].setFocus()
        reveal(self._words[0])

    def _guide(self) -> Card:
        """The pages for patients, a button each."""
        card = _card(_("To read, with pictures"))
        self._pages = {key: Button(_(guide.load(key).title)) for key in guide.KEYS}
        for key, button in self._pages.items():
            button.clicked.connect(partial(self.read, key))
        card.column.addWidget(flow(*self._pages.values()))
        return card

    def about(self) -> None:
        """To which symtrack this is, and where the files lie."""
        self.put_away()
        self._about.setFocus()
        reveal(self._about)

    def _explained(self, column: QVBoxLayout) -> list[Card]:
        """A card for each of the words, below their title: Tab goes from word to word."""
        column.addSpacing(6)
        column.addWidget(Text(_("Words that you may hear"), "accent"))
        cards = []
        for word, sentences in WORDS:
            card = _card(_(word))
            card.column.addWidget(Text(_(sentences)))
            column.addWidget(card)
            cards.append(card)
        return cards

    def _table(self, lines: list[tuple[str, str]]) -> QGridLayout:
        """Two columns; in large text the second goes below the first."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        below = self._theme.scale > 1.25
        for k, (name, words) in enumerate(lines):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Text(name, "strong", wrap=False), 2 * k, 0, top)
            grid.addWidget(Text(words), *((2 * k + 1, 0) if below else (2 * k, 1)), top)
        grid.setColumnStretch(0 if below else 1, 1)
        if not below:
            grid.setColumnMinimumWidth(0, self._theme.px(120))
        return grid


def _card(title: str) -> Card:
    card = Card(Text(title, "name"), name=title)
    card.column.setSpacing(6)
    card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Tab goes from card to card, and the page scrolls along.
    return card
