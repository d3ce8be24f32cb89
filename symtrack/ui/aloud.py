"""Today's entry as one plain sentence, to be read or heard."""

from symtrack.diary.instrument import REASON_NAMES, severity
from symtrack.diary.rows import Rating
from symtrack.i18n import _, long_day
from symtrack.ui.journal import Journal
from symtrack.ui.panels import Panel
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Text


def entry_words(journal: Journal) -> str:
    """Such as “Friday 15 May: Pain 5, moderate; Nausea, asleep. Not answered yet: Fatigue.”."""
    answers = journal.answers(journal.today)
    given = [_answer(_(item.name), answers[item.key]) for item in journal.items if item.key in answers]
    missing = [_(item.name) for item in journal.items if item.key not in answers]
    day = long_day(journal.today)
    if not given:
        return _("{day}: nothing is entered yet.").format(day=day)
    said = _("{day}: {answers}.").format(day=day, answers="; ".join(given))
    if not missing:
        return said
    return f"{said} " + _("Not answered yet: {names}.").format(names=", ".join(missing))


def _answer(name: str, rating: Rating) -> str:
    if rating.score is None:
        return _("{item}, {reason}").format(item=name, reason=_(REASON_NAMES[rating.reason or "declined"]))
    return _("{item} {score}, {word}").format(item=name, score=rating.score, word=severity(rating.score))


class AloudPanel(Panel):
    """The sentence, for eyes too."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, _("Today’s entry"))
        self.column.addWidget(Text(words))
