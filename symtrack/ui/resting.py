"""The words for asking less, or nothing any more. It may be somebody in mourning who reads them."""

from dataclasses import dataclass

from symtrack.i18n import N_

NORMAL, PAUSE, COMFORT, FINISHED = "normal", "pause", "comfort", "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """One way of asking less: its name, what it means, what Today says while it lasts, and the way out of it."""

    mode: str
    name: str
    means: str
    title: str
    said: str
    leave: str


RESTS = (
    Rest(
        mode=PAUSE,
        name=N_("Pause"),
        means=N_("Nothing is asked. Go on whenever you like."),
        title=N_("The diary is resting"),
        said=N_("Nothing is asked. All that was written is kept. Go on whenever you like, or leave it as it is."),
        leave=N_("Go on with the diary"),
    ),
    Rest(
        mode=COMFORT,
        name=N_("Comfort only"),
        means=N_("One question, and no numbers unless you want them: is anything troubling you?"),
        title=N_("Is anything troubling you?"),
        said=N_("There is no need to answer."),
        leave=N_("Ask everything again"),
    ),
    Rest(
        mode=FINISHED,
        name=N_("Finish this diary"),
        means=N_("It is kept, and can be read and printed at any time. It never asks again."),
        title=N_("This diary is finished"),
        said=N_("All of it is kept. It can be read or printed at any time, or left as it is. Nothing has to be done."),
        leave=N_("Open the diary again"),
    ),
)


def rest_of(mode: str) -> Rest | None:
    """The rest that the diary takes in this mode; None while it asks as ever."""
    return next((rest for rest in RESTS if rest.mode == mode), None)
