"""A picture over days with a cursor: what the chart of the days and that of a comparison have in common."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.ui.theme import SMALL, Theme
from symtrack.ui.trends.canvas import band_words
from symtrack.ui.trends.places import Measures
from symtrack.ui.widgets import roles


class DayChart(QWidget):
    """`day_chosen` gives the day under the cursor. The class below it paints, and says how high it has to be."""

    day_chosen = Signal(int)

    accessible_role = roles.PICTURE

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._day: int | None = None
        self._metrics = QFontMetricsF(theme.font(SMALL))
        self._measures = Measures.of(self._metrics, band_words())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Time and numbers run so in every language.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def day(self) -> int | None:
        """The day under the cursor."""
        return self._day

    def paint(self, painter: QPainter, theme: Theme | None = None) -> None:
        """The picture on a screen, or on paper."""
        raise NotImplementedError

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self._least_height())

    def sizeHint(self) -> QSize:
        return QSize(800, self._least_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter)
        painter.end()

    def _least_height(self) -> int:
        raise NotImplementedError

    def _arrange(self) -> None:
        """Have everything where it belongs at the size that there is."""
        raise NotImplementedError
