"""The look as tokens: what can be read, seen, and made larger."""

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from symtrack import paths
from symtrack.diary.period import Period
from symtrack.errors import SymtrackError
from symtrack.ui.stylesheet import apply, stylesheet
from symtrack.ui.team.course import Course
from symtrack.ui.team.picture import Picture
from symtrack.ui.theme import NAMES, Theme, name_for

TEXTS = [
    ("ink", "panel"), ("ink", "bg"), ("ink", "accent_soft"), ("ink", "band_moderate"), ("ink", "band_severe"),
    ("ink", "treatment"), ("soft", "panel"), ("soft", "bg"), ("soft", "band_moderate"),
    ("accent", "panel"), ("accent", "bg"), ("accent", "accent_soft"), ("on_accent", "accent"), ("now", "now_soft"),
]  # fmt: skip
"""Each pair of a text and its ground that the stylesheet and the paintings put together."""

EDGES = [
    ("border", "panel"), ("border", "bg"), ("accent", "panel"), ("accent", "bg"), ("focus", "panel"), ("focus", "bg"),
    ("focus", "accent_soft"), ("soft", "panel"), ("ink", "panel"), ("now", "now_soft"),
]  # fmt: skip
"""What is seen and not read: borders that say “button”, the ring, the lines and dots of charts."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(name: str, text: str, ground: str) -> None:
    """Text stands out from its ground by 7 : 1 in every theme."""
    theme = Theme.load(name)
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 7


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_what_can_be_pressed_and_what_has_the_focus_can_be_seen(name: str, edge: str, ground: str) -> None:
    """Borders that say “button”, and the focus ring, stand out by 3 : 1."""
    theme = Theme.load(name)
    assert contrast(getattr(theme, edge), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_the_ramp_grows_stronger_with_each_score(name: str) -> None:
    """Eleven colours, each further from its ground than the one before."""
    theme = Theme.load(name)
    steps = [contrast(colour, theme.panel) for colour in theme.ramp]
    assert len(steps) == 11
    assert steps == sorted(steps)


def test_sizes_follow_the_text_scale_and_stay_within_it() -> None:
    """At 200 % text is twice as large; nothing asks for more, or for less than 100 %."""
    theme = Theme.load("light")
    assert (theme.px(17), theme.scaled(2).px(17)) == (17, 34)
    assert (theme.scaled(9).scale, theme.scaled(0.2).scale) == (2, 1)


def test_applying_a_theme_colours_the_whole_app(qapp: QApplication, qtbot: QtBot) -> None:
    """Palette and stylesheet come from the tokens, so that nothing keeps another theme's colours."""
    theme = Theme.load("dark")
    apply(theme, qapp)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.bg
    assert theme.ink in qapp.styleSheet()
    assert Theme.load("light").ink not in qapp.styleSheet()


def test_the_systems_colours_are_followed_unless_the_person_chose(qapp: QApplication) -> None:
    """Dark when the system is dark, and whatever was chosen when something was."""
    hints = qapp.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    assert name_for("system", qapp) == ("dark" if dark else "light")
    assert name_for("contrast", qapp) == "contrast"
    hints.unsetColorScheme()


def test_a_theme_that_does_not_exist_is_one_sentence() -> None:
    """A missing part of the program says so."""
    with pytest.raises(SymtrackError, match="themes/mauve"):
        Theme.load("mauve")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("drawn", "token"), [("down", "soft"), ("check", "on_accent")])
def test_pictures_of_the_stylesheet_have_the_colours_of_the_theme(name: str, drawn: str, token: str) -> None:
    """A stylesheet can't colour a picture: each theme has its own, which must not lag behind its tokens."""
    theme = Theme.load(name)
    picture = paths.resource(f"themes/{name}-{drawn}.svg")
    assert f'stroke="{getattr(theme, token)}"' in picture.read_text(encoding="utf-8")
    assert f'url("{picture.as_posix()}")' in stylesheet(theme)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_the_stylesheet_has_a_pair_that_nobody_looked_at(name: str) -> None:
    """Each rule that gives a colour and a ground gives a pair of the list above, or none of it is a text."""
    theme = Theme.load(name)
    token = {getattr(theme, each).upper(): each for pair in TEXTS for each in pair}
    for body in re.findall(r"\{([^{}]*)\}", stylesheet(theme)):
        text, ground = (re.search(rf"(?:^|[;\s]){key}: (#[0-9A-Fa-f]{{6}})", body) for key in ("color", "background"))
        if text and ground:
            assert contrast(text[1], ground[1]) >= 7, (token.get(text[1].upper()), token.get(ground[1].upper()))


@pytest.mark.parametrize("kind", ["symtrack/ui", "symtrack/report"])
def test_every_colour_stands_in_a_theme_file(kind: str) -> None:
    """No colour is written into the code, where no theme could change it; the paper is black, white and greys."""
    root = paths.resource("themes/light.toml").parents[2]
    found = [
        (file.name, colour)
        for file in (root / kind).rglob("*.py")
        for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8"))
    ]
    grey = [(name, colour) for name, colour in found if len({colour[1:3], colour[3:5], colour[5:7]}) == 1]
    assert [each for each in found if each not in grey or kind == "symtrack/ui"] == []


@pytest.mark.parametrize("name", NAMES)
def test_charts_read_the_same_palette(name: str, qtbot: QtBot) -> None:
    """A chart of a theme has no pixel of another theme's ground."""
    theme = Theme.load(name)
    course = Course(
        name="Pain",
        points=tuple((date(2026, 5, day), day % 10) for day in range(1, 15)),
        own=True,
        shown=Period(date(2026, 5, 1), date(2026, 5, 14)),
        marked=Period(date(2026, 5, 12), date(2026, 5, 14)),
    )
    picture = Picture(course, theme)
    host = QWidget()
    qtbot.addWidget(host)
    host.setStyleSheet(f"QWidget {{ background: {theme.panel}; }}")
    picture.setParent(host)
    picture.resize(300, 160)
    host.resize(300, 160)
    image = host.grab().toImage()
    drawn = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert {theme.panel.upper(), theme.accent.upper(), theme.soft.upper()} <= drawn
