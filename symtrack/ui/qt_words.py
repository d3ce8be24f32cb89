"""Qt's own words in the current language: the menu of a field, the buttons of a dialog, names of keys and months."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from symtrack import i18n

_installed: list[QTranslator] = []


def follow() -> None:
    """Have Qt speak as symtrack does; in English where Qt has no translation."""
    locale = QLocale(i18n.code())
    QLocale.setDefault(locale)
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    translator = QTranslator(QCoreApplication.instance())
    if translator.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
