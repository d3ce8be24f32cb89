"""Files that are brought in: each is opened, or it is said why it can’t be."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.reasons import reason


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, ready to be read more than once; InputError when there is none that can be read."""
    with opened_once(path) as file:
        if file.seekable():
            yield file
            return
        with TemporaryFile() as copy:
            copyfileobj(file, copy)
            copy.seek(0)
            yield cast("BinaryIO", copy)


def opened_once(path: Path) -> BinaryIO:
    """The file at its beginning, to be closed; InputError when there is none that can be read."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise InputError(_("There is no file {path}.").format(path=path)) from None
    except IsADirectoryError:
        raise InputError(_("{path} is a folder, not a file.").format(path=path)) from None
    except OSError as error:
        raise InputError(_("The file {path} can’t be read: {why}.").format(path=path, why=reason(error))) from error
