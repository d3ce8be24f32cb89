"""The card about the reminder: whether there is one, when, what it says, and how it comes when no window is open."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from symtrack.diary import setting_keys
from symtrack.errors import SymtrackError
from symtrack.exchange import calendar_file
from symtrack.i18n import _, clock
from symtrack.reminding import closed, words
from symtrack.settings import Preferences
from symtrack.store import outgoing
from symtrack.ui.files import AskFile, calendar_to_save
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, FlowLayout, Reply, Rule, Text, TimeField, announce, row
from symtrack.ui.widgets.toggle import Toggle

USUAL = "18:00"


class ReminderCard(SettingsCard):
    """Off until it is wanted. Each press does what it says at once, and a sentence says what holds now."""

    def __init__(self, journal: Journal, theme: Theme, ask_file: AskFile = calendar_to_save) -> None:
        super().__init__(_("A reminder"))
        self._journal, self._ask_file = journal, ask_file
        self._now = Text("", "strong")
        self._said = Reply()
        self.at = TimeField(_("The time of the reminder"), journal.preferences.reminder or USUAL)
        self.at.setMinimumWidth(theme.px(62) + 30)
        self.at.lineEdit().setTextMargins(12, 0, 0, 0)
        self.at.editingFinished.connect(self._choose_time)
        self.on = Toggle(_("Remind me once a day"))
        self.on.clicked.connect(self._switch)
        self.closed = Toggle(_("Also when symtrack is closed"))
        self.closed.clicked.connect(self._switch_closed)
        self._closed_now = Text("", "soft")
        self.last_day = Toggle(_("Keep the day of my last entry outside the sealed diary"))
        self.last_day.clicked.connect(self._switch_last_day)
        self._last_day_about = Text(
            _(
                "While it is sealed, nothing outside knows whether something was entered today. This keeps that one "
                "day in a file of its own, and nothing else; whoever can open the files of this computer can read it."
            ),
            "soft",
        )
        self.phone = Button(_("For your phone’s calendar…"))
        self.phone.clicked.connect(self._save_calendar)
        for thing in self._things():
            self.column.addWidget(thing)

    def _things(self) -> tuple[QWidget, ...]:
        about = _(
            "It says “{words}” and nothing else, since it can show on a locked screen. It comes only if nothing was "
            "entered that day, without a sound, and never in a pause or after the diary is finished."
        ).format(words=words.reminder())
        about_phone = _(
            "The phone reminds by itself, each day at this time, until you delete it there. It knows nothing of "
            "your entries, nor of a pause."
        )
        line = QWidget()
        flow = FlowLayout(line)
        when = QWidget()
        # Translators: A time of the day follows: at 18:00.
        when.setLayout(row(Text(_("at"), wrap=False), self.at))
        for part in (self.on, when):
            flow.addWidget(part)
        return (
            self._now,
            Text(about, "soft"),
            line,
            self.closed,
            self._closed_now,
            self.last_day,
            self._last_day_about,
            self._said,
            Rule(),
            self.phone,
            Text(about_phone, "soft"),
        )

    def draw(self) -> None:
        journal, chosen = self._journal, self._journal.preferences
        on, comes_closed = chosen.remind_at is not None, self._comes_closed()
        self._now.setText(_now_words(chosen, resting=not setting_keys.asks(journal.mode)))
        self.on.setChecked(on)
        self.closed.setVisible(on)
        self.closed.setChecked(comes_closed)
        self._closed_now.show_text(self._closed_words() if on else "")
        for widget in (self.last_day, self._last_day_about):
            widget.setVisible(on and journal.sealing.sealed and comes_closed)
        self.last_day.setChecked(journal.reminding.keeps_last_day)
        if not self.at.hasFocus():
            self.at.show_time(chosen.reminder or self.at.text_of())

    def _comes_closed(self) -> bool:
        return self._journal.preferences.reminder_for == str(self._journal.path.absolute())

    def _closed_words(self) -> str:
        chosen, way = self._journal.preferences, closed.standing()
        if not self._comes_closed():
            other = _("When symtrack is closed, it comes for another diary, {path}.").format(path=chosen.reminder_for)
            return other if chosen.reminder_for else _("When symtrack is closed, nothing reminds.")
        if self._journal.sealing.sealed and not self._journal.reminding.keeps_last_day:
            return _("The diary is sealed: when symtrack is closed, nothing reminds yet.")
        if way is not None and way.at_log_in:
            return _("It comes when symtrack is closed too, from the next time that you log in to this computer.")
        return _("It comes when symtrack is closed too.")

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if on:
            self._journal.set_preferences(reminder=self.at.text_of())
        else:
            closed.take_away()
            self._journal.reminding.keep_last_day(wanted=False)
            self._journal.set_preferences(reminder="", reminder_for="")
        self._say()

    def _choose_time(self) -> None:
        chosen = self._journal.preferences
        if chosen.reminder and self.at.text_of() != chosen.reminder:
            self._journal.set_preferences(reminder=self.at.text_of())
            if chosen.reminder_for:
                self._set_up(Path(chosen.reminder_for))
            self._say()

    def _switch_closed(self, on: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if on:
            self._set_up(self._journal.path)
        else:
            closed.take_away()
            self._journal.reminding.keep_last_day(wanted=False)
            self._journal.set_preferences(reminder_for="")
        self._say()

    def _set_up(self, diary: Path) -> None:
        """Have the system remind too; a sentence says why when it does not."""
        at, done = self._journal.preferences.remind_at, ""
        self._said.show_text("")
        try:
            if at is not None:
                closed.set_up(diary, at)
                done = str(diary.absolute())
        except SymtrackError as error:
            self._said.show_text(str(error))
        self._journal.set_preferences(reminder_for=done)

    def _switch_last_day(self, on: bool) -> None:  # noqa: FBT001 - the signal's own argument
        try:
            self._journal.reminding.keep_last_day(wanted=on)
        except SymtrackError as error:
            self._said.show_text(str(error))
        self._say()

    def _save_calendar(self) -> None:
        path = self._ask_file(self, self._journal.path)
        if path is None:
            return
        at = self._journal.preferences.remind_at or self.at.value()
        try:
            outgoing.write_text(path, calendar_file.parts(self._journal.path, at, words.reminder(), self._journal.now))
        except SymtrackError as error:
            self._said.say(str(error))
        else:
            self._said.say(_("It is in {path}. Send it to your phone, and open it there.").format(path=path))

    def _say(self) -> None:
        self.draw()
        said = (self._now, self._closed_now, self._said)
        announce(self, " ".join(text.text() for text in said if not text.isHidden()))


def _now_words(chosen: Preferences, *, resting: bool) -> str:
    at = chosen.remind_at
    if at is None:
        return _("There is no reminder.")
    if resting:
        return _("The diary rests, and nothing reminds.")
    return _("It comes each day at {time}, unless something was entered by then.").format(time=clock(at))
