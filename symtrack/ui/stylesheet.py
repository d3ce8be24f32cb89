"""The one stylesheet, made from a theme's tokens with its sizes at the theme's text scale.

Widgets choose a rule by two properties: `kind` (what it is: card, primary, quiet …) and `role` (which text it
is: heading, name, small, soft, accent, strong).
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from symtrack import i18n, paths
from symtrack.ui.theme import BODY, NAME, RADIUS, SMALL, TARGET, Theme, forget_fonts


def apply(theme: Theme, app: QApplication) -> None:
    """Put the theme on the whole app: palette, font, direction, and the one stylesheet.

    Qt looks at every widget anew for each of them, and for the sheet even when it is the one that is there.
    """
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if i18n.right_to_left() else Qt.LayoutDirection.LeftToRight)
    sheet = stylesheet(theme)
    if sheet == app.styleSheet():
        return
    forget_fonts()
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    app.setStyleSheet(sheet)


def stylesheet(theme: Theme) -> str:
    """The whole app's stylesheet in this theme."""
    return "\n".join(part(theme) for part in (_ground, _texts, _cards, _buttons, _fields, _choices, _lists, _bars))


def _drawn(t: Theme, name: str) -> str:
    """The icon in this theme's colour: a stylesheet takes pictures from files alone and can't colour them."""
    return paths.resource(f"themes/{t.name}-{name}.svg").as_posix()


def _ground(t: Theme) -> str:
    return f"""
* {{ outline: 0; }}
QWidget {{ color: {t.ink}; font-size: {t.px(BODY)}px; }}
QWidget#window, QScrollArea#scroll, QWidget#qt_scrollarea_viewport {{ background: {t.bg}; }}
QScrollArea {{ border: 0; }}
QToolTip {{ background: {t.panel}; color: {t.ink}; border: {t.line_width}px solid {t.border}; padding: 6px; }}
QFrame#rail {{ background: {t.panel}; border: 0; border-right: {t.line_width}px solid {t.line}; }}
QFrame#rail[bar="true"] {{ border-right: 0; border-top: {t.line_width}px solid {t.line}; }}
QFrame#topline {{ background: transparent; border: 0; border-bottom: {t.line_width}px solid {t.line}; }}
QFrame#topline[tinted="true"] {{ background: {t.accent_soft}; border-bottom-color: {t.accent}; }}
QFrame#topline[tinted="true"] QLabel {{ color: {t.accent}; }}
QFrame#below {{ background: transparent; border: 0; border-bottom: {t.line_width}px solid {t.line}; }}
QFrame[kind="rule"] {{ background: {t.line}; border: 0; max-height: {t.line_width}px; min-height: {t.line_width}px; }}
"""


def _texts(t: Theme) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="heading"] {{ font-size: {t.heading}px; font-weight: 600; }}
QLabel[role="name"] {{ font-size: {t.px(NAME)}px; font-weight: 600; }}
QLabel[role="answer"] {{ font-size: {t.px(NAME)}px; font-weight: 600; color: {t.accent}; }}
QLabel[role="number"] {{ font-size: {t.px(26)}px; font-weight: 600; }}
QLabel[role="huge"] {{ font-size: {t.px(34)}px; font-weight: 600; }}
QLabel[role="code"] {{ font-family: monospace; font-size: {t.px(22)}px; font-weight: 600; }}
QLabel[role="small"] {{ font-size: {t.px(SMALL)}px; color: {t.soft}; }}
QLabel[role="soft"] {{ color: {t.soft}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="accent"] {{ font-size: {t.px(SMALL)}px; font-weight: 600; color: {t.accent}; }}
"""


def _cards(t: Theme) -> str:
    edge = t.line_width + 2
    # With its padding the thin border is as wide as the thick one: what is in a card stays where it is.
    return f"""
*[kind="card"] {{ background: {t.panel}; border: {t.line_width}px solid {t.line}; border-radius: {RADIUS}px;
  padding: 2px; }}
*[kind="card"][current="true"] {{ border: {edge}px solid {t.accent}; padding: 0; }}
QFrame[kind="tinted"] {{ background: {t.accent_soft}; border: {t.line_width}px solid {t.accent};
  border-radius: {RADIUS}px; }}
QFrame[kind="tinted"] QLabel {{ color: {t.ink}; }}
QFrame[kind="now"] {{ background: {t.now_soft}; border: {edge}px solid {t.now}; border-radius: {RADIUS}px; }}
QFrame[kind="now"] QLabel[role="name"], QFrame[kind="now"] QLabel[role="huge"] {{ color: {t.now}; }}
QFrame[kind="now"] QLabel[role="small"] {{ color: {t.ink}; }}
"""


def _buttons(t: Theme) -> str:
    # Qt's min-height is the contents' alone: 22 + 2 × 10 padding + the border are the 44 px of a target.
    inner = max(22, t.px(BODY) + 6)
    return f"""
QPushButton {{ background: {t.panel}; border: {t.line_width}px solid {t.border}; border-radius: 10px;
  padding: 10px 16px; min-height: {inner}px; min-width: 26px; }}
QPushButton:hover {{ background: {t.accent_soft}; color: {t.accent}; }}
QPushButton:pressed {{ background: {t.accent_soft}; color: {t.accent}; border-color: {t.accent}; }}
QPushButton:disabled, QPushButton[kind="primary"]:disabled {{ color: {t.soft}; border-color: {t.line};
  background: transparent; }}
QPushButton[kind="primary"], QPushButton:checked {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; }}
QPushButton[kind="accent"] {{ color: {t.accent}; border-color: {t.accent}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; color: {t.accent};
  padding: 10px 0; min-width: 44px; }}
QPushButton[line="true"] {{ text-align: left; }}
QPushButton[faint="true"] {{ color: {t.soft}; }}
QPushButton[kind="quiet"]:hover {{ text-decoration: underline; }}
"""


def _fields(t: Theme) -> str:
    inner = max(24, t.px(BODY) + 6)
    # Arrows to click one above the other would be half a target each: numbers and times are typed, or changed by keys.
    return f"""
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{ background: {t.panel}; color: {t.ink};
  border: {t.line_width}px solid {t.border}; border-radius: 10px; padding: 9px 12px; min-height: {inner}px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.soft}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
QPlainTextEdit {{ padding: 8px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ subcontrol-origin: border; subcontrol-position: center right;
  border: 0; background: transparent; width: {TARGET}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{_drawn(t, "down")}"); width: {t.px(20)}px;
  height: {t.px(20)}px; }}
QComboBox QAbstractItemView {{ background: {t.panel}; border: {t.line_width}px solid {t.border}; }}
QComboBox QAbstractItemView::item {{ min-height: {TARGET}px; padding: 0 12px; }}
QCalendarWidget QWidget {{ background: {t.panel}; alternate-background-color: {t.panel}; }}
QCalendarWidget QToolButton {{ min-height: {TARGET}px; min-width: {TARGET}px; border: 0; color: {t.ink}; }}
"""


def _choices(t: Theme) -> str:
    box = t.px(22)
    return f"""
QCheckBox, QRadioButton {{ spacing: 12px; min-height: {max(TARGET, t.px(26))}px; background: transparent; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px; background: {t.panel};
  border: 2px solid {t.border}; border-radius: 6px; }}
QCheckBox::indicator:checked {{ image: url("{_drawn(t, "check")}"); }}
QRadioButton::indicator {{ border-radius: {box // 2 + 2}px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; }}
QMenu {{ background: {t.panel}; border: {t.line_width}px solid {t.border}; padding: 6px; }}
QMenu::item {{ min-height: {max(TARGET, t.px(26))}px; padding: 0 20px; border-radius: 8px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
"""


def _lists(t: Theme) -> str:
    return f"""
QAbstractItemView {{ background: {t.panel}; color: {t.ink}; border: {t.line_width}px solid {t.line};
  gridline-color: {t.line}; selection-background-color: {t.accent_soft}; selection-color: {t.accent}; }}
QListView::item {{ min-height: {max(TARGET, t.px(26))}px; padding: 4px 12px; }}
QHeaderView::section {{ background: {t.bg}; color: {t.soft}; border: 0; padding: 8px 12px; font-weight: 600; }}
QHeaderView::down-arrow {{ image: url("{_drawn(t, "down")}"); width: {t.px(18)}px; height: {t.px(18)}px; }}
QHeaderView::up-arrow {{ image: url("{_drawn(t, "up")}"); width: {t.px(18)}px; height: {t.px(18)}px; }}
QHeaderView#week::section {{ padding: 4px 2px; font-size: {t.px(SMALL)}px; font-weight: 400; color: {t.ink}; }}
QTableCornerButton::section {{ background: {t.bg}; border: 0; }}
"""


def _bars(t: Theme) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 5px; margin: 2px; min-height: {TARGET}px;
  min-width: {TARGET}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
