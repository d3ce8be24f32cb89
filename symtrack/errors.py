"""The errors that are the world's or the content's, never ours. `str(error)` is a sentence for the person."""

import re

LONGEST = 1000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class SymtrackError(Exception):
    """Something that the person can read about, in one sentence, and do something about."""

    def __str__(self) -> str:
        """The sentence on one line, whatever it quotes; where that is longer than can be read, without its middle."""
        line = _CONTROL.sub(" ", super().__str__())
        return line if len(line) <= LONGEST else f"{line[: LONGEST // 2]} … {line[-LONGEST // 2 + 3 :]}"


class InputError(SymtrackError):
    """What was given can't be taken: a score of 11, a day that does not exist, an unknown item."""


class DiaryFileError(SymtrackError):
    """The diary's file can't be opened, read or written."""


class SealedError(DiaryFileError):
    """The file is sealed, and what was given, if anything, does not open it. Or it is no diary: none can tell."""
