"""The recovery code: a sealed diary’s own key, written so that a person can copy it from paper without a mistake.

13 groups of five: four characters, each worth five bits, and one that checks the group and its place. Letters that look
like others are not used, and are read as what they look like.
"""

from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.store.vault import KEY_BYTES, Key

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKS_LIKE = str.maketrans("OIL", "011")
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}
_BITS = 5
_DATA = 4
GROUPS = 13
_SPARE = GROUPS * _DATA * _BITS - KEY_BYTES * 8
"""Bits at the end that are always nought."""


def written(key: Key) -> str:
    """The code of the key, in groups with a blank between them."""
    number = int.from_bytes(key.raw) << _SPARE
    places = GROUPS * _DATA
    values = [number >> _BITS * (places - 1 - place) & 31 for place in range(places)]
    groups = (values[at : at + _DATA] for at in range(0, places, _DATA))
    return " ".join(
        "".join(_LETTERS[value] for value in [*group, _check(group, number)]) for number, group in enumerate(groups)
    )


def read(text: str) -> Key:
    """The key in a code that somebody typed; InputError says which group can’t be right.

    It opens whichever file was sealed with it: the salt stands in the file.
    """
    letters = "".join(letter for letter in text.upper() if letter.isalnum()).translate(_LOOKS_LIKE)
    length = _DATA + 1
    if len(letters) != GROUPS * length:
        raise InputError(
            _("A recovery code has {groups} groups of {length} characters, {all} in all. This has {n}.").format(
                groups=GROUPS, length=length, all=GROUPS * length, n=len(letters)
            )
        )
    number = 0
    for place in range(GROUPS):
        group = letters[place * length : (place + 1) * length]
        values = [_VALUES.get(letter, -1) for letter in group]
        if -1 in values or values[-1] != _check(values[:-1], place):
            raise InputError(_("Group {n} of the code can’t be right: {group}.").format(n=place + 1, group=group))
        for value in values[:-1]:
            number = number << _BITS | value
    if number & ((1 << _SPARE) - 1):
        raise InputError(_("The last group of the code can’t be right."))
    return Key((number >> _SPARE).to_bytes(KEY_BYTES), b"")


def _check(group: list[int], place: int) -> int:
    """Odd weights find every single wrong character; the place finds groups that changed places."""
    return (sum((2 * at + 1) * value for at, value in enumerate(group)) + 7 * place) % 32
