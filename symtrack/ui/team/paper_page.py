"""What the paper part does: what is chosen, when its pages are set, and where the paper goes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.period import Period
from symtrack.diary.questions import open_questions
from symtrack.diary.setting_keys import PRESET
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.report import text
from symtrack.report.blocks import Block
from symtrack.report.orders import FileOrder, Pages, Ready, Source, ToldOrder
from symtrack.ui import printer
from symtrack.ui.journal import Journal
from symtrack.ui.team import giving, keeping, printing
from symtrack.ui.team.asking import AskFile, data_kinds, ended, in_documents, kind_of, paper_kinds
from symtrack.ui.team.chosen import Chosen
from symtrack.ui.team.for_whom import USUAL, ForWhom
from symtrack.ui.team.making import Making
from symtrack.ui.team.paper import SUMMARY, PaperPart, PaperShown
from symtrack.ui.team.printing import Choice
from symtrack.ui.theme import Theme


class PaperKeeper(QWidget):
    """The paper part on a journal. Its pages are set while it is open, in a process of their own.

    `kept` says what was written into the diary, `drawn` that other pages are shown.
    """

    kept = Signal(str)
    drawn = Signal()

    def __init__(
        self, journal: Journal, theme: Theme, ask: AskFile, ask_printer: printer.AskPrinter = printer.ask
    ) -> None:
        super().__init__()
        self._journal, self._ask, self._ask_printer = journal, ask, ask_printer
        self._made = journal.now
        self._chosen = Chosen.first(journal.today)
        self._whom: ForWhom | None = None
        self._sheet: tuple[Block, ...] = ()
        self._wanted: tuple[object, ...] = ()
        self._of: object = None
        self._shown: tuple[tuple[Block, ...], str] | None = None
        self._stopped = False
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._set_pages)
        self.making = Making(self)
        self.part = PaperPart(theme, journal.today, self._chosen.own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.part)
        self._listen()

    def draw(self) -> None:
        """Show what is chosen, and set the pages anew where they would differ."""
        journal, settings = self._journal, self._journal.settings
        visit = printing.last_visit(journal.diary)
        if self._whom is None or self._whom.preset:
            self._whom = ForWhom.of(self._whom.preset if self._whom else USUAL, settings)
        events = journal.events()
        today = keeping.visit_on(events, journal.today)
        words, ready = self._words()
        self.part.show_paper(
            PaperShown(
                choice=self._chosen.days(visit),
                last_visit=visit,
                days=words,
                paper=self._chosen.paper,
                along=self._whom.shown(settings, journal.private_rows()),
                ready=ready,
                whom=str(today.body.get("with") or "") if today else "",
                said=(today.text or "") if today else "",
                asked=open_questions(events),
                which=self._chosen.which,
                dated=self._chosen.week is not None,
            )
        )
        if not ready:
            self._idle.stop()
            self.making.stop_pages()
            self._wanted, self._shown = (), None
            self.part.show_pages((), "")
        elif (self._of, self._wanted) != (journal.diary, self._about()):
            self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._idle.stop()
        if self.making.setting_pages:
            self._wanted = ()
            self.making.stop_pages()

    def _listen(self) -> None:
        part, along = self.part, self.part.along
        part.when.chosen.connect(lambda choice: self._choose(choice=Choice(choice)))
        part.when.own_chosen.connect(lambda first, last: self._choose(own=(first, last)))
        part.paper_chosen.connect(lambda paper: self._choose(paper=paper))
        part.which_chosen.connect(lambda which: self._choose(which=which))
        part.week_chosen.connect(lambda first: self._choose(week=first))
        along.preset_chosen.connect(lambda key: self._take_along(ForWhom.of(key, self._journal.settings)))
        along.ticked.connect(lambda key, on: self._take_along(self._for_whom().ticked(key, on=on)))
        along.private_ticked.connect(lambda on: self._take_along(self._for_whom().with_private(on=on)))
        along.named.connect(self._keep_choice)
        along.taken_away.connect(self._take_choice_away)
        part.save_wanted.connect(self._save)
        part.print_wanted.connect(self._print)
        part.data_wanted.connect(self.give_data)
        part.working.stop.connect(self._stop)
        part.working.again.connect(self._again)
        self.making.pages.connect(self._show_pages)
        self.making.ended.connect(part.show_saved)
        self.making.busy.connect(self._show_busy)

    def _words(self) -> tuple[str, bool]:
        """What the paper is about, or why there is none, and whether there is."""
        try:
            if self._chosen.which == SUMMARY:
                own = self._chosen.choice is Choice.OWN
                return printing.period_words(self._period(), None if own else self._journal.today), True
            self._sheet = self._sheet_blocks()
        except SymtrackError as error:
            return str(error), False
        return printing.sheet_words(self._chosen.which), True

    def _sheet_blocks(self) -> tuple[Block, ...]:
        """The sheet's blocks: with the time at which it was last made for as long as it would say the same again."""
        journal = self._journal
        blocks = printing.sheet_blocks(journal, self._chosen.which, self._chosen.week, self._made)
        if blocks == self._sheet:
            return blocks
        self._made = journal.now
        return printing.sheet_blocks(journal, self._chosen.which, self._chosen.week, self._made)

    def _about(self) -> tuple[object, ...]:
        """What the pages are made from: other pages are only made where this differs."""
        if self._chosen.which != SUMMARY:
            return self._sheet, self._chosen.paper
        return self._period(), self._for_whom(), self._chosen.paper

    def _source(self) -> Source:
        if self._chosen.which != SUMMARY:
            return Ready(self._sheet)
        whom = self._for_whom()
        return printing.summary_of(self._journal, self._period(), sections=whom.sections, private=whom.private)

    def _source_now(self) -> Source:
        """The same, for a paper to take along: a sheet says when that was."""
        self._made = self._journal.now
        self._sheet = ()
        self.draw()
        return self._source()

    def _for_whom(self) -> ForWhom:
        return self._whom or ForWhom.of(USUAL, self._journal.settings)

    def _period(self) -> Period:
        diary = self._journal.diary
        return printing.period_of(self._chosen.days(printing.last_visit(diary)), diary, self._chosen.own)

    def _set_pages(self) -> None:
        self._of, self._wanted = self._journal.diary, self._about()
        self._stopped = False
        self.making.show_pages(self._source(), self._chosen.paper)

    def _show_pages(self, made: Pages | SymtrackError) -> None:
        """The pages that were made last; those that would look the same stay as they are."""
        if isinstance(made, SymtrackError):
            self.part.show_saved(str(made), None)
            return
        if (made.blocks, self._chosen.paper) != self._shown:
            self._shown = made.blocks, self._chosen.paper
            self.part.show_pages(made.pictures, text.of(made.blocks, aloud=True))
            self.drawn.emit()

    def _show_busy(self, sentence: str) -> None:
        if not sentence and self._stopped:
            self.part.working.show_stopped()
        else:
            self.part.working.show_sentence(sentence)

    def _stop(self) -> None:
        """What is still shown is older than what is chosen: it goes."""
        self._stopped = self.making.setting_pages
        self.making.stop()
        if self._stopped:
            self._shown = None
            self.part.show_pages((), "")
        self.part.working.again_button.setFocus() if self._stopped else self.part.buttons()[0].setFocus()

    def _again(self) -> None:
        self.part.buttons()[0].setFocus()
        self._set_pages()
        self.part.working.show_sentence("")

    def _choose(self, **chosen: object) -> None:
        self._chosen = replace(self._chosen, **chosen)  # type: ignore[arg-type]  # names are checked by replace
        self.part.show_saved("", None)
        self.draw()

    def _take_along(self, whom: ForWhom) -> None:
        self._whom = whom
        self._choose()

    def _keep_choice(self, name: str) -> None:
        if self._journal.set(PRESET + name, self._for_whom().setting()):
            self._whom = ForWhom.of(name, self._journal.settings)
            self.part.along.slot.close_form()
            self.draw()
            self.kept.emit(_("The choice is kept as “{name}”.").format(name=name))

    def _take_choice_away(self) -> None:
        name = self._for_whom().preset
        if self._journal.set(PRESET + name, None):
            self._whom = ForWhom.of(USUAL, self._journal.settings)
            self.draw()
            self.part.along.presets.button(USUAL).setFocus()
            self.kept.emit(_("The choice “{name}” is taken away.").format(name=name))

    def _save(self) -> None:
        chosen = self._ask(self, in_documents(self._file_name() + next(iter(paper_kinds()))))
        if chosen:
            path = Path(ended(chosen, paper_kinds()))
            self.part.show_saved("", None)
            self.making.save(self._source_now(), self._chosen.paper, path)

    def give_data(self) -> None:
        """Ask where a copy of the data goes, and make it."""
        name = _("diary {day}").format(day=self._journal.today.isoformat())
        chosen = self._ask(self, in_documents(name + next(iter(data_kinds()))))
        if not chosen:
            return
        path = Path(ended(chosen, data_kinds()))
        kind, journal, paper = kind_of(path.name, data_kinds()), self._journal, self._chosen.paper
        period = self._period_along()
        summary = printing.summary_of(journal, period, sections=ForWhom.of(USUAL, {}).sections)
        if kind == ".zip":
            self.making.pack(FileOrder(source=summary, paper=paper, kind=".pdf"), path, giving.packing(journal, path))
        elif kind == giving.HOSPITAL:
            self.making.pack(ToldOrder(source=summary, paper=paper), path, giving.bundling(journal, path, period))
        else:
            self.part.show_saved(*giving.give(journal, path))

    def _period_along(self) -> Period:
        """The days of the paper that goes along with the data: the usual ones where those chosen are none."""
        try:
            return self._period()
        except SymtrackError:
            return printing.period_of(Choice.VISIT, self._journal.diary, self._chosen.own)

    def _file_name(self) -> str:
        if self._chosen.which == SUMMARY:
            return _("symptom summary {day}").format(day=self._period().last.isoformat())
        return printing.sheet_file(self._chosen.which, self._chosen.week or self._journal.today)

    def _print(self) -> None:
        chosen = self._ask_printer(self)
        if chosen is not None:
            self.making.print(self._source_now(), self._chosen.paper, chosen)
