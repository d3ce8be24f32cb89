"""The errors that are the world's or the content's, never ours. `str(error)` is a sentence for the person."""


class SymtrackError(Exception):
    """Something that the person can read about, in one sentence, and do something about."""


class InputError(SymtrackError):
    """What was given can't be taken: a score of 11, a day that does not exist, an unknown item."""


class DiaryFileError(SymtrackError):
    """The diary's file can't be opened, read or written."""


class SealedError(DiaryFileError):
    """The file is sealed, and what was given, if anything, does not open it. Or it is no diary: none can tell."""
