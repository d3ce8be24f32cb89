"""The end of a zip, which says how long its list of files is: looked at before the list is read into memory."""

import io
import struct
from typing import BinaryIO

from symtrack.errors import InputError
from symtrack.i18n import _

LONGEST_LIST = 8 << 20
_END, _END_SIZE = b"PK\5\6", 22
_LOCATOR, _LOCATOR_SIZE = b"PK\6\7", 20
_END_64, _END_64_SIZE = b"PK\6\6", 56
_COMMENT = 1 << 16


def check(file: BinaryIO, name: str) -> None:
    """InputError when the list of files is longer than anybody's export; at the file's beginning when it returns."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _COMMENT - _END_SIZE - _LOCATOR_SIZE - _END_64_SIZE))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise InputError(_("“{name}” is damaged: its end is not there.").format(name=name))
    lengths = [struct.unpack_from("<L", tail, at + 12)[0]]
    if tail[max(0, at - _LOCATOR_SIZE) : at].startswith(_LOCATOR):
        wide = at - _LOCATOR_SIZE - _END_64_SIZE
        if wide < 0 or not tail[wide:].startswith(_END_64):
            raise InputError(_("“{name}” is damaged: its end is not there.").format(name=name))
        lengths = [struct.unpack_from("<Q", tail, wide + 40)[0]]
    if max(lengths) > LONGEST_LIST:
        raise InputError(_("“{name}” is larger than what can be brought in.").format(name=name))
