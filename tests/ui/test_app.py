"""What happens when a diary can't be opened, and when something breaks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from symtrack import app, paths
from symtrack.ui.main_window import MainWindow


def test_a_diary_that_cannot_be_opened_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    """A picture under a diary's name: exit code 1, the sentence on standard error, and the picture untouched."""
    picture = tmp_path / "photo.symtrack"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    assert app.run(picture) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "photo.symtrack" in said
    assert "Traceback" not in said
    assert picture.read_bytes().startswith(b"\x89PNG")


class Impatient(QObject):
    """Closes the window as soon as it is there."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, MainWindow) and event.type() == QEvent.Type.Show:
            watched.close()
        return False


def test_a_window_that_was_closed_while_it_was_empty_stays_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    """It does not come back filled a moment later."""
    monkeypatch.setattr(QApplication, "exec", lambda *_: 7)
    impatient = Impatient()
    qapp.installEventFilter(impatient)
    try:
        assert app.run(tmp_path / "diary.symtrack") == 0
    finally:
        qapp.removeEventFilter(impatient)


def test_what_breaks_is_logged_without_what_the_person_wrote(capsys: pytest.CaptureFixture[str]) -> None:
    """The log holds where it happened; neither the log nor the screen holds the text of the error."""
    said: list[str] = []
    note = "my secret note"
    with pytest.raises(ValueError, match=note) as caught:
        int(note)
    app.crash_hook(said.append)(caught.type, caught.value, caught.tb)
    written = paths.log_file().read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "test_app.py" in written
    assert note not in written + said[0] + capsys.readouterr().err
    assert str(paths.log_file()) in said[0]


def test_a_language_that_is_gone_gives_way(qapp: QApplication) -> None:
    """A language chosen once and no longer there is no reason not to start."""
    app.speak("tlh")


def test_the_program_has_its_own_icon(qapp: QApplication) -> None:
    """Sharp from 16 to 256 px, in a task bar as in a menu of programs, and found by the desktop under the same name."""
    icon = app.application().windowIcon()
    assert {size.width() for size in icon.availableSizes()} == {16, 24, 32, 48, 64, 128, 256}
    assert qapp.desktopFileName() == "symtrack"
