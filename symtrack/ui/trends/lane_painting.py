"""What is painted above the rows: bands for what lasted, a line of marks, and the count of doses when needed."""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from symtrack.i18n import _, number
from symtrack.ui.trends import placing
from symtrack.ui.trends.canvas import LEFT, Canvas
from symtrack.ui.trends.happenings import Band, Mark
from symtrack.ui.trends.lane import Lane
from symtrack.ui.trends.signs import Stamps

CLOSEST, MANY = 3.0, 80
"""Of marks of one kind that are not so many pixels apart, one is drawn. Among more than so many no words find room."""


SIGNS = frozenset({"cycle", "scan", "visit", "change"})


class LanePainting:
    """The lanes of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def bands(self, bands: Sequence[Band]) -> None:
        """Each with its words inside, or after it where nothing follows on its line."""
        for k, band in enumerate(bands):
            follow = (other.first for other in bands[k + 1 :] if other.track == band.track)
            self._band(band, min(follow, default=None))

    def marks(self, marks: Sequence[Mark]) -> None:
        """The signs with as many words as there is room for."""
        canvas, top = self._canvas, self._canvas.places.marks
        radius = max(4.0, canvas.metrics.height() / 4) + 1
        seen = list(self._apart(marks, CLOSEST))
        if top is None or not seen:
            return
        if len(seen) > MANY:
            self._signs(
                [(canvas.x(mark.day), mark) for mark in self._apart(seen, 2 * radius, alike=False)], top, radius
            )
            return
        left, right = canvas.places.left, canvas.places.names[0].right()
        lane = Lane.of(seen, canvas.x, canvas.width, radius=radius - 1, left=left, right=right)
        self._signs(lane.marks, top, radius)
        canvas.painter.setPen(canvas.theme.color("soft"))
        for label in lane.labels:
            canvas.painter.drawText(QPointF(label.left, top + canvas.metrics.ascent()), label.text)

    def _signs(self, marks: Sequence[tuple[float, Mark]], top: float, radius: float) -> None:
        """A diamond for a scan and a triangle for a visit, as on paper; a small ring for what has no sign."""
        canvas = self._canvas
        stamps = Stamps(canvas.painter, canvas.theme, lambda _sign: radius)
        by_sign: dict[str, list[float]] = {}
        for x, mark in marks:
            sign = "expected" if mark.expected else mark.kind if mark.kind in SIGNS else "o"
            by_sign.setdefault(sign, []).append(x)
        middle = top + canvas.metrics.height() / 2
        for sign, places in by_sign.items():
            stamps.draw(sign, np.array(places), np.full(len(places), middle))

    def doses(self, first: int, counts: np.ndarray[tuple[int], np.dtype[np.float64]]) -> None:
        """A figure for each day that has any; where days are too narrow for it, a bar that is higher for more."""
        canvas, top = self._canvas, self._canvas.places.doses
        days = first + np.flatnonzero(counts)
        days = days[(days >= canvas.left) & (days <= canvas.right)]
        if top is None or not len(days):
            return
        most, high = float(counts.max()), canvas.metrics.height()
        figures = max(canvas.width(number(most)), canvas.width("0")) + 4 <= canvas.day
        if canvas.places.words_beside:
            canvas.plain(QRectF(canvas.places.right + 12, top, canvas.places.beside - 12, high), _("doses"))
        canvas.painter.setPen(canvas.theme.color("ink"))
        if figures:
            for day in days.tolist():
                box = QRectF(canvas.x(day) - canvas.day / 2, top, canvas.day, high)
                canvas.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(counts[day - first]))
            return
        columns = np.round(canvas.xs(days))
        bars: dict[float, float] = {}
        for x, count in zip(columns.tolist(), counts[days - first].tolist(), strict=True):
            bars[x] = max(bars.get(x, 0), count)
        wide = max(1.0, min(4.0, canvas.day * 0.6))
        for x, count in bars.items():
            tall = max(3.0, high * count / most)
            canvas.painter.fillRect(QRectF(x - wide / 2, top + high - tall, wide, tall), canvas.theme.color("ink"))

    def _apart(self, marks: Sequence[Mark], closest: float, *, alike: bool = True) -> Iterator[Mark]:
        """The marks that are shown: of those within so many pixels the first, of each kind unless told otherwise.

        Which lie together does not depend on where the picture begins: while it is moved, none comes or goes.
        """
        canvas, taken = self._canvas, set[tuple[str, bool, int]]()
        for mark in marks:
            if canvas.left <= mark.day <= canvas.right:
                place = int(mark.day * canvas.day / closest)
                which = (mark.kind, mark.expected, place) if alike else ("", False, place)
                if which not in taken:
                    taken.add(which)
                    yield mark

    def _band(self, band: Band, following: int | None) -> None:
        """Filled for a treatment, outlined for a later line, dashed for a stay and other things that lasted."""
        canvas = self._canvas
        left = max(canvas.x(band.first - 0.5), canvas.places.left)
        right = min(canvas.x(band.last + 0.5), canvas.places.right)
        if right <= left:
            return
        theme, painter, top = canvas.theme, canvas.painter, canvas.places.tracks[band.track]
        box = QRectF(left, top, right - left, canvas.metrics.height() + 3).adjusted(0.5, 0.5, -0.5, -0.5)
        if band.kind == "treatment":
            painter.setPen(QPen(theme.color("accent"), 0.5 + theme.line_width) if band.later else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("panel" if band.later else "treatment"))
        else:
            painter.setPen(QPen(theme.color("soft"), theme.line_width, Qt.PenStyle.DashLine))
            painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.color("ink"))
        text = placing.within(box.width() - 16, band.words, canvas.width)
        painter.drawText(box.adjusted(8, 0, -8, 0), LEFT, text)
        if text:
            return
        edge = canvas.places.names[0].right() if following is None else canvas.x(following - 0.5)
        text = placing.within(edge - box.right() - 2 * placing.GAP, band.words, canvas.width)
        painter.drawText(QRectF(box.right() + placing.BESIDE, box.top(), edge - box.right(), box.height()), LEFT, text)
