"""The one QApplication."""

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """The application that runs; TypeError when there is none, or one without windows."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs a QApplication")
    return app
