"""What goes from Trends into a file or onto paper: what is on the screen, but for what is private."""

from dataclasses import dataclass
from pathlib import Path

from symtrack.diary.period import Period
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.trends import views, words
from symtrack.ui.trends.chart import Chart
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.day_chart import DayChart
from symtrack.ui.trends.figure_chart import FigureChart
from symtrack.ui.trends.picture import Picture
from symtrack.ui.trends.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is on the screen: the chart, its view with the treatment or change that was chosen, and its days."""

    chart: DayChart
    heading: str
    view: str
    chosen: str
    window: Window
    period: Period


def picture(journal: Journal, theme: Theme, shown: Shown) -> Picture | None:
    """The picture of it, as though what is private had not been given; None where nothing is left of it then."""
    chart = _chart(journal, theme, shown) if journal.private_rows() else shown.chart
    if chart is None:
        return None
    person = journal.person
    heading = _("{name}: {heading}").format(name=person, heading=shown.heading) if person else shown.heading
    return Picture(chart, theme, heading=heading, words=chart.accessibleDescription())


def saved(journal: Journal, drawn: Picture, path: Path) -> str:
    """What is said once the picture was put into the file, or why it was not."""
    try:
        drawn.write(path)
    except SymtrackError as error:
        return str(error)
    words = _("Saved in {path}").format(path=path)
    return f"{words}. {_('What is marked as private is not in it.')}" if journal.private_rows() else words


def nothing_left() -> str:
    return _("All of this is private, and goes into no picture.")


def _chart(journal: Journal, theme: Theme, shown: Shown) -> DayChart | None:
    """A chart as large as the one on the screen."""
    points = journal.flags_on_paper if journal.preferences.points else ()
    course = Course.of(journal.diary_on_paper(), journal.items, points, results=journal.preferences.scan_results)
    if shown.view == "days":
        return _days(course, theme, shown, mine=not journal.writer.name)
    known = views.options(course, shown.view).words
    if shown.view not in views.views(course) or (shown.chosen and shown.chosen not in known):
        return None
    figure = views.figure(course, shown.view, known.index(shown.chosen) if shown.chosen else 0, shown.period)
    if figure is None:
        return None
    made = FigureChart(theme)
    made.resize(shown.chart.size())
    made.show_figure(figure)
    return made


def _days(course: Course, theme: Theme, shown: Shown, *, mine: bool) -> DayChart:
    made = Chart(theme, course, shown.window, mine=mine)
    made.resize(shown.chart.size())
    made.show_course(course, shown.window, mine=mine)
    made.say(words.summary(course, max(shown.window.first, course.first), shown.window.last), "")
    return made
