"""Work in a process of its own, as a window has it: it goes on meanwhile, and can stop the work at any moment."""

from PySide6.QtCore import QObject, QProcess, Signal

from symtrack import apart
from symtrack.errors import SymtrackError
from symtrack.i18n import _


class Apart(QObject):
    """One work at a time: another takes the place of the one that is not done. `made` gives what became of the last.

    That is a value, or a SymtrackError. Nothing comes of a work that was stopped.
    """

    made = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self, work: apart.Work) -> None:
        """Begin the work, in place of whatever is not done yet."""
        self.stop()
        program, *arguments = apart.command()
        self._process = process = QProcess(self)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        process.start(program, arguments)
        process.write(apart.given(work))
        process.closeWriteChannel()

    def stop(self) -> None:
        """End the work without what it would have made."""
        process = self._let_go()
        if process is not None:
            process.kill()
            process.waitForFinished()

    def finish(self) -> None:
        """Wait for the work to be done."""
        if self._process is not None:
            self._process.waitForFinished(-1)

    def _end(self, code: int) -> None:
        process = self._let_go()
        if process is not None:
            whole = process.exitStatus() is QProcess.ExitStatus.NormalExit and code == 0
            said = process.readAllStandardOutput().data()
            self.made.emit(apart.made(bytes(said)) if whole else SymtrackError(_("This could not be made.")))

    def _fail(self, error: QProcess.ProcessError) -> None:
        """A process that never began says nothing when it ends."""
        if error is QProcess.ProcessError.FailedToStart and self._let_go() is not None:
            self.made.emit(SymtrackError(_("This could not be made.")))

    def _let_go(self) -> QProcess | None:
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._end)
            process.errorOccurred.disconnect(self._fail)
            process.deleteLater()
        return process
