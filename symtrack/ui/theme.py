"""The look as tokens: colours, text sizes and icons of one theme. `stylesheet` puts them on the app."""

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from symtrack import i18n, paths
from symtrack.i18n import N_
from symtrack.settings import Preferences
from symtrack.ui import icons
from symtrack.ui.running import application

NAMES = {"light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast")}
LEAST_SCALE, MOST_SCALE = 1.0, 2.0

BODY, SMALL, NAME, HEADING, SCORE = 17, 16, 20, 30, 21
TARGET, SCORE_TARGET = 44, 48
RADIUS, GAP = 14, 8
TURNED = {"back": "next", "next": "back"}
WIDE, SIDE, NARROW_SIDE = 700, 34, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme's colours as `#RRGGBB`, the width of its lines, and the text scale 1.0–2.0 that sizes follow."""

    name: str
    dark: bool
    line_width: int
    bg: str
    panel: str
    ink: str
    soft: str
    line: str
    border: str
    accent: str
    on_accent: str
    accent_soft: str
    focus: str
    now: str
    now_soft: str
    band_moderate: str
    band_severe: str
    treatment: str
    ramp: tuple[str, ...]
    scale: float = 1.0

    @classmethod
    def load(cls, name: str, scale: float = 1.0) -> "Theme":
        """The theme in `resources/themes/NAME.toml`; SymtrackError when there is none of that name."""
        table = tomllib.loads(paths.resource(f"themes/{name}.toml").read_text(encoding="utf-8"))
        colours = {token.replace("-", "_"): colour for token, colour in table["colours"].items()}
        return cls(
            name=name,
            dark=table["dark"],
            line_width=table["line-width"],
            ramp=tuple(table["ramp"]["colours"]),
            scale=min(max(scale, LEAST_SCALE), MOST_SCALE),
            **colours,
        )

    def scaled(self, scale: float) -> "Theme":
        """The same colours with text of another size."""
        return replace(self, scale=min(max(scale, LEAST_SCALE), MOST_SCALE))

    def px(self, size: float) -> int:
        """A size at 100 % as whole pixels at this text scale."""
        return round(size * self.scale)

    @property
    def heading(self) -> int:
        """The heading's pixels. It grows half as fast: at 200 % it would push the first card off a small screen."""
        return round(HEADING * (1 + (self.scale - 1) / 2))

    def color(self, token: str) -> QColor:
        """The colour of a token such as `accent_soft`."""
        return QColor(getattr(self, token))

    def font(self, size: float = BODY, *, bold: bool = False) -> QFont:
        """The system's sans, `size` px at 100 %, with numbers of equal width."""
        return QFont(_font(self.px(size), bold))

    def icon(self, name: str, token: str) -> QIcon:
        """The line icon `resources/icons/NAME.svg` in the colour of a token; “back” leads to where reading began."""
        turned = TURNED.get(name, name) if i18n.right_to_left() else name
        return icons.icon(turned, getattr(self, token))

    def palette(self) -> QPalette:
        """Qt's own roles from the tokens, for whatever the stylesheet does not reach."""
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, token in (
            (roles.Window, self.bg),
            (roles.WindowText, self.ink),
            (roles.Base, self.panel),
            (roles.AlternateBase, self.bg),
            (roles.Text, self.ink),
            (roles.Button, self.panel),
            (roles.ButtonText, self.ink),
            (roles.ToolTipBase, self.panel),
            (roles.ToolTipText, self.ink),
            (roles.PlaceholderText, self.soft),
            (roles.Highlight, self.accent),
            (roles.HighlightedText, self.on_accent),
            (roles.Link, self.accent),
            (roles.Accent, self.accent),
            (roles.Mid, self.border),
            (roles.Light, self.panel),
            (roles.Dark, self.border),
        ):
            palette.setColor(role, QColor(token))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.soft))
        return palette


def forget_fonts() -> None:
    """The next ones are asked of the system anew: its style, and so its font, is another one now."""
    _font.cache_clear()


@lru_cache(maxsize=256)
def _font(pixels: int, bold: bool) -> QFont:  # noqa: FBT001 - of the cache
    """The system's sans, kept until the theme or its size changes: each paint and each width asks for it."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def side_of(width: int) -> int:
    """The px that a page of this width keeps free at both sides."""
    return SIDE if width > WIDE else NARROW_SIDE


def name_for(wanted: str, app: QApplication) -> str:
    """The theme's name: `wanted` when it is one, otherwise what the system is set to, light when it does not say."""
    if wanted in NAMES:
        return wanted
    hints = app.styleHints()
    accessibility = hints.accessibility()
    if accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def wanted_theme(preferences: Preferences) -> Theme:
    """The theme and the text size that this computer's settings ask for, or the system's."""
    app = application()
    return Theme.load(name_for(preferences.theme, app), preferences.text_size / 100)
