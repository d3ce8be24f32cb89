"""Places of the body: the named ones, found by the first letters of any of their words, and the person's own words."""

from collections.abc import Mapping

from symtrack.i18n import N_, _

NAMES: Mapping[str, str] = {
    "head": N_("head"),
    "mouth_throat": N_("mouth or throat"),
    "neck": N_("neck"),
    "chest": N_("chest"),
    "belly": N_("belly"),
    "upper_back": N_("upper back"),
    "lower_back": N_("lower back"),
    "bottom": N_("bottom"),
    "left_shoulder": N_("left shoulder"),
    "right_shoulder": N_("right shoulder"),
    "left_arm": N_("left arm"),
    "right_arm": N_("right arm"),
    "left_hand": N_("left hand"),
    "right_hand": N_("right hand"),
    "left_hip": N_("left hip"),
    "right_hip": N_("right hip"),
    "left_leg": N_("left leg"),
    "right_leg": N_("right leg"),
    "left_foot": N_("left foot"),
    "right_foot": N_("right foot"),
}
"""From head to foot, by the word that the diary keeps."""


def name(place: str) -> str:
    """What a place is called; one of the person's own words is called that."""
    return _(NAMES[place]) if place in NAMES else " ".join(place.split())


def found(typed: str) -> tuple[str, ...]:
    """The places of which a word, or the whole name, begins with what is typed; all of them where nothing is."""
    wanted = " ".join(typed.split()).casefold()
    return tuple(place for place in NAMES if _begins(_(NAMES[place]).casefold(), wanted))


def chosen(typed: str) -> str:
    """The place that is meant by what is typed: the first that it finds, or else the words themselves."""
    words = " ".join(typed.split())
    exact = (place for place in NAMES if words and words.casefold() in {_(NAMES[place]).casefold(), place})
    return next(exact, next(iter(found(words)), words) if words else "")


def _begins(words: str, wanted: str) -> bool:
    return words.startswith(wanted) or any(word.startswith(wanted) for word in words.split())
