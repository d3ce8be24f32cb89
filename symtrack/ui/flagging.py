"""The points of the whole diary, computed while the person does nothing, in steps that no finger can notice."""

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from symtrack.errors import DiaryFileError

if TYPE_CHECKING:
    from symtrack.diary.flag import Flag
    from symtrack.diary.record import Diary
    from symtrack.ui.reading import Reading


class Flagging(QObject):
    """`changed` comes when there are other points, `failed` with a sentence when the diary can’t be read any more."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, reading: "Reading", parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self.flags: tuple[Flag, ...] = ()
        self.on_paper: tuple[Flag, ...] = ()
        self._left: Iterator[None] = iter(())
        # A zero timer fires once every key and click has been dealt with.
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._step)

    @property
    def due(self) -> bool:
        """Whether points are still to be computed."""
        return self._idle.isActive()

    def wait(self) -> None:
        """Compute them, or begin anew, when nothing else is to be done."""
        self._left = self._steps()
        self._idle.start()

    def now(self) -> None:
        """Compute them at once."""
        for _step in self._steps():
            pass

    def _step(self) -> None:
        left = self._left
        # Whoever hears of other points may write, and then it has begun anew.
        if next(left, self) is self and left is self._left:
            self._idle.stop()

    def _steps(self) -> Iterator[None]:
        try:
            flags, on_paper = yield from self._computed()
        except DiaryFileError as error:  # A page was damaged, or a disk went away, since the window opened.
            self.failed.emit(str(error))
            return
        if (flags, on_paper) != (self.flags, self.on_paper):
            self.flags, self.on_paper = flags, on_paper
            self.changed.emit()

    def _computed(self) -> "Generator[None, None, tuple[tuple[Flag, ...], tuple[Flag, ...]]]":
        """The points, and those of them that rest on nothing private; none when they are switched off."""
        if self._reading.settings.get("flags") == "off":
            return (), ()
        import numpy  # noqa: F401, ICN001 - the first time it takes as long as all of the rules

        yield
        from symtrack import rules

        yield
        rules.every_rule()
        yield
        diary, papered = self._reading.diary, self._reading.diary_on_paper()
        flags = yield from _flags(diary)
        return flags, flags if papered is diary else (yield from _flags(papered))


def _flags(diary: "Diary") -> "Generator[None, None, tuple[Flag, ...]]":
    """A rule a step."""
    from symtrack import rules

    flags: list[Flag] = []
    for found in rules.by_rule(diary):
        flags += found
        yield
    return rules.in_order(flags)
