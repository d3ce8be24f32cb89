"""The card of public holidays: whose country, and days of the person's own."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QVBoxLayout

from symtrack import i18n
from symtrack.diary import public_holidays
from symtrack.i18n import _, dated, long_day
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, DayField, Text, announce, clear, flow

SHORTEST = 12


class HolidaysCard(SettingsCard):
    """On a public holiday a number for Monday to Friday does not answer, unless it says so."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__(_("Public holidays"))
        self._journal = journal
        about = _(
            "On a public holiday the numbers for weekdays are left out, but for those that answer on holidays too."
        )
        self.column.addWidget(Text(about, "soft"))
        self._next = Text("", "strong")
        self._country, self._region = _box(_("Your country"), theme), _box(_("Your region"), theme)
        self._country.activated.connect(lambda: self._choose(str(self._country.currentData()), ""))
        self._region.activated.connect(
            lambda: self._choose(str(self._country.currentData()), str(self._region.currentData()))
        )
        self._fetch = Button(_("Choose a country…"))
        self._fetch.clicked.connect(self.open)
        self._regions = Text(self._region.accessibleName(), "small")
        self._days = QVBoxLayout()
        self._day = DayField(_("A day of your own"), journal.today)
        add = Button(_("Count this day as a holiday"))
        add.clicked.connect(self._add)
        for part in (self._next, self._fetch, self._country, self._regions, self._region):
            self.column.addWidget(part)
        self.column.addLayout(self._days)
        self.column.addWidget(flow(self._day, add))
        self._opened = False

    @property
    def country(self) -> QComboBox:
        return self._country

    @property
    def region(self) -> QComboBox:
        return self._region

    def draw(self) -> None:
        settings = self._journal.settings
        coming = public_holidays.coming(settings, self._journal.today)
        self._next.show_text(_next_words(*coming) if coming else "")
        country, region = public_holidays.place(settings)
        # The list of all countries takes a moment to read: it is there for whoever wants to choose.
        opened = self._opened or bool(country)
        self._fetch.setVisible(not opened)
        self._country.setVisible(opened)
        if opened:
            _fill(self._country, {"": _("No country"), **_countries()}, country)
        regions = public_holidays.regions(country) if country else {}
        for part in (self._regions, self._region):
            part.setVisible(bool(regions))
        _fill(self._region, {"": _("The whole country"), **regions}, region)
        self._draw_days()

    def open(self) -> None:
        """Show the countries, with the focus on them."""
        self._opened = True
        self.draw()
        self._country.setFocus()

    def _draw_days(self) -> None:
        clear(self._days)
        for day in public_holidays.own_days(self._journal.settings):
            words = _("{day}: a holiday").format(day=dated(day))
            away = Button(_("Take away"), "quiet", described=words)
            away.clicked.connect(lambda _checked=False, day=day: self._take_away(day))
            self._days.addWidget(flow(Text(words, wrap=False), away))

    def _choose(self, country: str, region: str) -> None:
        own = public_holidays.own_days(self._journal.settings)
        self._journal.set("holidays", public_holidays.setting(country, region, own))

    def _add(self) -> None:
        settings, day = self._journal.settings, self._day.day()
        days = {*public_holidays.own_days(settings), day}
        if self._journal.set("holidays", public_holidays.setting(*public_holidays.place(settings), days)):
            announce(self, _("{day}: a holiday").format(day=dated(day)))

    def _take_away(self, day: date) -> None:
        settings = self._journal.settings
        days = [each for each in public_holidays.own_days(settings) if each != day]
        if self._journal.set("holidays", public_holidays.setting(*public_holidays.place(settings), days)):
            self._day.setFocus()
            announce(self, _("Taken away."))


def _box(name: str, theme: Theme) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMaximumWidth(theme.px(420))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(SHORTEST)
    return box


def _fill(box: QComboBox, words: dict[str, str], now: str) -> None:
    """Have the words to choose from, unless they are there already, and show which is chosen."""
    if [box.itemData(at) for at in range(box.count())] != list(words):
        box.clear()
        for key, word in words.items():
            box.addItem(word, key)
    box.setCurrentIndex(max(0, box.findData(now)))


def _countries() -> dict[str, str]:
    """Every country by its code, named in the current language, in the order of the names."""
    from babel import Locale

    names = Locale.parse(i18n.code()).territories
    named = {code: str(names.get(code, code)) for code in public_holidays.countries()}
    return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))


def _next_words(day: date, name: str) -> str:
    words = long_day(day)
    return (
        _("The next one: {day}, {name}.").format(day=words, name=name)
        if name
        else _("The next one: {day}.").format(day=words)
    )
