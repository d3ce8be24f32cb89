"""The five moods of Daylio, from the best to the worst, and what they become unless the person says otherwise."""

from fractions import Fraction

from symtrack.exchange.foreign.choice import Choice, Scale, Suggestion
from symtrack.i18n import N_, _

SUBJECT, ACTIVITIES = N_("Mood"), N_("Activities")
NAMES = ("rad", "good", "meh", "bad", "awful")
BEST, WORST = 1, 5
SCALE = Scale.of(BEST, WORST)


def suggested(subject: str, words: tuple[str, ...] = ()) -> Suggestion | None:
    """What the app's own subjects could become; None for those that the person named. A mood is never sure."""
    if subject == _(ACTIVITIES):
        return Suggestion(choice=Choice(), why=_("Activities are no symptoms. They can become notes."))
    if subject != _(SUBJECT):
        return None
    scores = {name: SCALE.score(Fraction(place)) for place, name in enumerate(NAMES, start=BEST) if name in words}
    return Suggestion(
        choice=Choice(target="low_mood", scale=SCALE, words=scores),
        why=_("The moods of this app are its own words, and can be renamed. Please say which number each one is."),
    )
