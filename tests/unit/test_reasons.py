"""What the system says when it refuses something."""

import errno
import os

import pytest

from symtrack import i18n
from symtrack.reasons import USUAL, reason

ERRORS = (
    errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC,
    errno.ENAMETOOLONG, errno.EIO,
)  # fmt: skip


@pytest.mark.parametrize("number", ERRORS)
def test_the_usual_reasons_are_said_in_german(number: int) -> None:
    """A German sentence does not end in English."""
    error = OSError(number, os.strerror(number))
    with i18n.speaking("de"):
        assert reason(error) != os.strerror(number)


def test_a_dying_disk_is_said_in_words_of_ours() -> None:
    """The system's “Input/output error” tells nobody what it is about."""
    assert reason(OSError(errno.EIO, os.strerror(errno.EIO))) == "the disk could not be read or written"
    assert reason(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))) == os.strerror(errno.ENOSPC)


def test_every_reason_that_is_translated_comes_up() -> None:
    """They are the system's own words, letter for letter."""
    assert {os.strerror(number) for number in ERRORS} == set(USUAL)


def test_any_other_reason_is_said_as_the_system_says_it() -> None:
    """Nothing is lost."""
    with i18n.speaking("de"):
        assert reason(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
        assert reason(OSError("out of luck")) == "out of luck"
