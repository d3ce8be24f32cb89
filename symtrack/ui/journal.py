"""The one writer: pages call it with what the person did, and draw from it when it says `changed`."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from symtrack.diary import asking
from symtrack.diary.flag import Flag, Mark
from symtrack.diary.rows import Event, Rating, Row, Setting
from symtrack.errors import DiaryFileError, SymtrackError
from symtrack.i18n import _, clock
from symtrack.settings import Preferences
from symtrack.store import DiaryStore, draft
from symtrack.ui.copying import Copies
from symtrack.ui.flagging import Flagging
from symtrack.ui.reading import Reading
from symtrack.ui.reminding import Reminding
from symtrack.ui.sealing import Sealing
from symtrack.ui.sharing import Sharing
from symtrack.ui.unsaved import Unsaved
from symtrack.ui.writer import Writer

if TYPE_CHECKING:
    from symtrack.exchange.importing import Bring, Brought
    from symtrack.store.merging import Came
    from symtrack.store.vault import Secret

__all__ = ["Journal", "Writer"]

WATCH = 2_000
"""Milliseconds between two looks at whether another program wrote into the diary."""


class Journal(QObject, Reading):
    """The diary as the window has it. Every write is saved when the call returns, or `failure` says why not."""

    changed = Signal()

    def __init__(self, store: DiaryStore, preferences_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._preferences_file = preferences_file
        self._preferences = Preferences.load(preferences_file)
        self._writer = self.usual_writer
        self._saved = self._failure = ""
        self._unsaved = Unsaved()
        self._copies = Copies(store, self._preferences.copies_folder, self)
        self._sharing = Sharing(store, self._preferences, self)
        self._sharing.came.connect(self._renew)
        self._reminding = Reminding(store, self._preferences, self)
        self._sealing = Sealing(store, self._copies.folders, self)
        self._sealing.changed.connect(self._renew)
        self._diary = None
        self._flagging = Flagging(self, self)
        self._flagging.changed.connect(self.changed)
        self._flagging.failed.connect(self._fail)
        self._seen, self._day = store.version(), store.today
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(self._look)

    def start(self) -> None:
        """Begins to compute flags, to look for other writers, to make copies; called once the window is there."""
        self._watch.start()
        self._flagging.wait()
        self._remember()
        self._copies.wait()
        self._sharing.start()

    @property
    def usual_writer(self) -> Writer:
        """Who writes at each start; in a diary of their own it is the person themselves."""
        usual = Writer(self._preferences.writer, self._preferences.typed_by or None)
        return Writer() if usual.name and usual.name == self.person else usual

    @property
    def writer(self) -> Writer:
        return self._writer

    def set_writer(self, writer: Writer) -> None:
        """From now on `writer` writes, until the window is closed."""
        self._writer = writer
        self.changed.emit()

    @property
    def preferences(self) -> Preferences:
        return self._preferences

    def set_preferences(self, **changes: object) -> None:
        """Changes settings of this computer, such as `theme="dark"`."""
        self._preferences = replace(self._preferences, **changes)  # type: ignore[arg-type]  # names are checked by replace
        self._copies.use(self._preferences.copies_folder)
        self._sharing.use(self._preferences)
        self._reminding.use(self._preferences)
        try:
            self._preferences.write(self._preferences_file)
        except SymtrackError as error:
            self._failure = str(error)
        self.changed.emit()

    @property
    def saved(self) -> str:
        """“Saved 14:02”, or empty before the first write."""
        return self._saved

    @property
    def failure(self) -> str:
        """Why the last write was not possible, and where it is kept meanwhile; empty when it was possible."""
        if self._failure and self._unsaved.place is not None:
            kept = _("What you entered is kept in {path}, with all of the diary that can be read.")
            return f"{self._failure} {kept.format(path=self._unsaved.place)}"
        return self._failure

    @property
    def unsaved(self) -> Unsaved:
        """What the diary could not take since it last took something."""
        return self._unsaved

    @property
    def copies(self) -> Copies:
        return self._copies

    @property
    def sharing(self) -> Sharing:
        return self._sharing

    @property
    def sealing(self) -> Sealing:
        return self._sealing

    @property
    def reminding(self) -> Reminding:
        return self._reminding

    def answers(self, day: date) -> dict[str, Rating]:
        """The day's own answers in the writer's voice, by item."""
        return {
            rating.item: rating
            for rating in self._store.ratings(day, day)
            if rating.time is None and rating.voice == self._writer.voice
        }

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The points of the whole history, as of the last idle moment; none when they are switched off."""
        return self._flagging.flags

    @property
    def flags_on_paper(self) -> tuple[Flag, ...]:
        """Those of them that rest on nothing private."""
        return self._flagging.on_paper

    def choose_items(self, keys: Collection[str]) -> bool:
        """Asks these items from now on; at least one. Those left out keep what was answered."""
        rows = asking.choosing(self.settings, keys)
        return bool(rows) and self.add(*rows)

    def rate(
        self, day: date, item: str, score: int | None, *, reason: str | None = None, time: str | None = None
    ) -> bool:
        """Saves one answer; an answer that says the same as the one that stands is not written twice."""
        standing = self.answers(day).get(item) if time is None else None
        if standing is not None and standing.answer == (score, reason) and not self._failure:
            return True
        return self.add(
            Rating(day=day, item=item, score=score, reason=reason, time=time, entered_by=self._writer.entered_by)
        )

    def rate_all(self, day: date, reason: str) -> bool:
        """Saves the same reason for every item that has no answer yet, as one action.

        Where each has one, it takes the place of the other reasons; a number is never replaced by it. Whether it could.
        """
        answered = self.answers(day)
        left = [item.key for item in self.items if item.key not in answered]
        left = left or [key for key, answer in answered.items() if answer.reason not in {None, reason}]
        return not left or self.add(*(Rating(day=day, item=key, reason=reason) for key in left))

    def note(self, day: date, text: str, about: str = "", *, private: bool = False) -> bool:
        """Saves a note on the day, or on the answer with the id `about`."""
        body = {"about": about} if about else {}
        return self.add(Event(kind="note", day=day, text=text, body=body, private=private))

    def add(self, *rows: Row) -> bool:
        """Saves the rows as one action, in the writer's voice unless one corrects another's; whether it could."""
        voiced = [
            row if row.replaces else replace(row, voice=self._writer.voice, entered_by=self._writer.entered_by)
            for row in rows
        ]
        return self._write(lambda: self._store.add(*voiced), given=voiced)

    def withdraw(self, *ids: str) -> bool:
        return self._write(lambda: self._store.withdraw(*ids))

    def mark_private(self, id_: str, *, private: bool) -> bool:
        """Marks an answer or an event as private, or not any more; whether it could."""
        return self._write(lambda: self._store.mark_private(id_, private=private))

    def set(self, key: str, value: object) -> bool:
        return self.add(Setting(key=key, value=value))

    def mark(self, flag: Flag, how: Mark, *more: Row) -> bool:
        """Keeps how the person dealt with a point, and what belongs to it (a call, a question), as one action."""
        kept = self.add(Event(kind="flagmark", day=self.today, body={**flag.named, "as": how}), *more)
        if kept:  # What was dealt with is out of the way at once, and not when nothing else is to do.
            self._flagging.now()
        return kept

    def note_call(self, flag: Flag, whom: str, said: str, *, number: str = "") -> bool:
        """Keeps that the team was phoned about a point, at which number, and what they said, as one action."""
        body = {"whom": whom, "number": number, "said": said, "flag": flag.named}
        kept = {key: value for key, value in body.items() if value}
        return self.mark(flag, Mark.TALKED, Event(kind="call", day=self.today, time=f"{self.now:%H:%M}", body=kept))

    def undo(self) -> bool:
        """Takes back the last action; whether there was one."""
        taken_back = self.can_undo and self._write(self._store.undo, _("Taken back {time}"))
        if taken_back:
            self._flagging.now()
        return taken_back

    def take_back(self, action: str) -> bool:
        """Takes back this action, however long ago it was; whether it could."""
        return self._write(lambda: self._store.undo(action), _("Taken back {time}"))

    def bring_in(self, path: Path, secret: "Secret | None" = None) -> "Came":
        """Takes in another copy of the diary; what came. SymtrackError, and nothing taken, when it can’t be."""
        came = self._store.bring_in(path, secret=secret)
        self._remember()
        self._renew()
        return came

    def move_in(self, bring: "Bring", *, dry_run: bool) -> "Brought":
        """What comes in from another app by `bring`; without `dry_run` it is in. SymtrackError when it can’t be."""
        brought = bring(self._store, dry_run=dry_run)
        if not dry_run:
            self._remember()
            self._renew()
        return brought

    def erase(self, row: Row) -> bool:
        """Erases for good what was said in the row's place; whether it could."""
        return self._write(lambda: self._store.erase(row.id), _("Erased {time}"))

    def keep_elsewhere(self, path: Path) -> bool:
        """Makes a diary at `path` of what can be read and what could not be saved; whether it could."""
        try:
            self._store.keep_elsewhere(path, *self._unsaved.rows)
        except SymtrackError as error:
            self._failure = str(error)
        else:
            self._unsaved.kept_at(path)
        self.changed.emit()
        return self._unsaved.place == path

    def keep_half_written(self, words: str) -> bool:
        """Keeps what nobody gave yet, outside of the diary; whether it could."""
        return draft.put(self._store, words)

    def _write(self, write: Callable[[], object], said: str = "", *, given: Sequence[Row] = ()) -> bool:
        try:
            write()
        except SymtrackError as error:
            if isinstance(error, DiaryFileError):
                self._unsaved.note(*given)
            self._failure = str(error)
            self.changed.emit()
            return False
        self._failure = ""
        self._unsaved.clear()
        self._remember()
        # Translators: {time} is a time of the day: Saved 14:02.
        self._saved = (said or _("Saved {time}")).format(time=clock(self.now))
        self._renew()
        return True

    def _remember(self) -> None:
        """This computer knows from now on that a diary is kept here: if it is ever missing, that can be said."""
        diary = self._store.id
        if diary and self._preferences.diary_at(self.path) != diary:
            self.set_preferences(known=self._preferences.knowing(self.path, diary))
        if diary and self._preferences.person(diary) != self.person:
            self.set_preferences(people=self._preferences.naming(diary, self.person))

    def _look(self) -> None:
        """Another program wrote, or a new day began: everything is read again."""
        self._reminding.look()
        version, day = self._store.version(), self._store.today
        if (version, day) != (self._seen, self._day):
            self._seen, self._day = version, day
            self._renew()

    def _renew(self) -> None:
        self._diary = None
        self._reminding.settle()
        self._flagging.wait()
        if self._watch.isActive():
            self._copies.wait()
            self._sharing.wait()
        self.changed.emit()

    def _fail(self, why: str) -> None:
        self._failure = why
        self.changed.emit()
