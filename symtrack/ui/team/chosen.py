"""What is chosen of the paper, beside what goes along."""

from dataclasses import dataclass
from datetime import date, timedelta

from symtrack.i18n import Paper, usual_paper
from symtrack.ui.team.paper import SUMMARY
from symtrack.ui.team.printing import FOUR_WEEKS, Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """`which` is the kind of paper, `own` the person's own first and last day, `week` the first day of a blank week."""

    which: str = SUMMARY
    choice: Choice | None = None
    own: tuple[date, date]
    week: date | None = None
    paper: Paper

    @classmethod
    def first(cls, today: date) -> "Chosen":
        """What is chosen before anything is."""
        return cls(own=(today - timedelta(days=FOUR_WEEKS - 1), today), paper=usual_paper())

    def days(self, last_visit: date | None) -> Choice:
        """Which days: since the last visit where there was one, as long as no others are chosen."""
        if self.choice is None or (self.choice is Choice.VISIT and last_visit is None):
            return Choice.VISIT if last_visit else Choice.MONTHS
        return self.choice
