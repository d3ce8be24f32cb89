"""What is brought in: one file, or the files in a zip or a folder. Read in pieces, and never larger than it may be."""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from symtrack.errors import InputError
from symtrack.exchange import files, zip_end
from symtrack.i18n import _

Tell = Callable[[int, int], None]

ZIP = b"PK\3\4"
HEAD = 1 << 16
PIECE = 1 << 20
MOST_PIPED = 1 << 28
"""What comes through a pipe is held in memory, so that it can be read more than once."""
MOST_MEMBERS = 20_000
MOST_UNPACKED = 1 << 32
UNPACKED_FREELY, RATIO = 100 << 20, 250
"""A zip of text packs to a fiftieth at best; one that claims to hold 250 times what it is was made to do harm."""
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What is raised, by experience, where the parts of a zip do not fit together."""
DEEPEST = 1
"""An export that was unpacked has its files in its folder and in those within it. A whole disk is no export."""
_KNOWN_PACKING = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class Source:
    """A file by its name: `open()` gives it from the beginning, as often as wanted.

    `members` are the files within, where it is a zip or a folder; a zip in a zip is only a file.
    """

    def __init__(self, name: str, size: int, opening: Callable[[], BinaryIO], folder: Path | None = None) -> None:
        self.name, self.size = name, size
        self._opening, self._folder = opening, folder
        self._within = False
        self._tell: Tell | None = None

    @classmethod
    def of_path(cls, path: Path) -> "Source":
        """The file or the folder at the path; InputError when there is none that can be read."""
        if path.is_dir():
            return cls(path.resolve().name, 0, lambda: io.BytesIO(b""), path)
        with files.opened_once(path) as file:
            if not file.seekable():
                content = file.read(MOST_PIPED + 1)
                if len(content) > MOST_PIPED:
                    raise too_big(path.name)
                return cls.of_bytes(path.name, content)
            size = file.seek(0, io.SEEK_END)
            if not path.is_file():
                raise InputError(_("{path} is no file that can be brought in.").format(path=path))
        return cls(path.name, size, lambda: files.opened_once(path))

    @classmethod
    def of_bytes(cls, name: str, content: bytes) -> "Source":
        """A file that is in memory already."""
        return cls(name, len(content), lambda: io.BytesIO(content))

    def open(self) -> BinaryIO:
        """The content from its beginning; a folder has none. To be closed."""
        file = self._opening()
        if self._tell is None or self.packed:
            return file
        return cast("BinaryIO", io.BufferedReader(_Told(file, self.size, self._tell), PIECE))

    def watch(self, tell: Tell) -> None:
        """From now on `tell` hears how many bytes of a file were read, and how many it has, about once a megabyte.

        What it raises ends the reading.
        """
        self._tell = tell
        for member in self.__dict__.get("members", ()):
            member.watch(tell)

    @property
    def is_folder(self) -> bool:
        return self._folder is not None

    @cached_property
    def head(self) -> bytes:
        """The first 64 kB."""
        with self.open() as file:
            return file.read(HEAD)

    @cached_property
    def sha256(self) -> str:
        """The hash of the content; of a folder, that of its files' names and hashes."""
        made = hashlib.sha256()
        if self.is_folder:
            for member in self.members:
                made.update(f"{member.name}\0{member.sha256}\n".encode("utf-8", "surrogateescape"))
            return made.hexdigest()
        with self._opening() as file:
            while piece := file.read(PIECE):
                made.update(piece)
        return made.hexdigest()

    @cached_property
    def members(self) -> tuple["Source", ...]:
        """The files within, in order of their names. InputError for a zip that is damaged, or made to do harm."""
        found = _in_folder(self._folder) if self._folder is not None else _in_zip(self) if self.packed else ()
        for member in found:
            if self._tell is not None:
                member.watch(self._tell)
        return found

    @cached_property
    def packed(self) -> bool:
        """Whether it is a zip that is looked into."""
        if self._within or self.is_folder:
            return False
        with self._opening() as file:
            return file.read(len(ZIP)) == ZIP

    def member(self, name: str) -> "Source | None":
        """The file within whose name, without folders, is `name`; None where there is none, or where there are two."""
        found = [member for member in self.members if PurePosixPath(member.name).name == name]
        return found[0] if len(found) == 1 else None

    def whole(self, most: int) -> bytes:
        """All of the content; InputError when it is larger than `most` bytes."""
        with self.open() as file:
            content = file.read(most + 1)
        if len(content) > most:
            raise too_big(self.name)
        return content

    def as_member(self) -> "Source":
        """The same, not looked into any further."""
        self._within = True
        return self


def too_big(name: str) -> InputError:
    return InputError(_("“{name}” is larger than what can be brought in.").format(name=name))


def damaged(name: str) -> InputError:
    return InputError(_("“{name}” is damaged, or locked with a password. It can’t be unpacked.").format(name=name))


def _in_folder(folder: Path) -> tuple[Source, ...]:
    """The files of a folder and of those within it. No link is followed: it might lead anywhere."""
    found: list[Source] = []
    waiting = [(folder, 0)]
    while waiting:
        place, depth = waiting.pop()
        try:
            inside = sorted(place.iterdir())
        except OSError as error:
            raise InputError(_("The folder {path} can’t be read.").format(path=place)) from error
        for path in inside:
            if path.is_symlink():
                continue
            if path.is_dir() and depth < DEEPEST:
                waiting.append((path, depth + 1))
            elif path.is_file():
                source = Source.of_path(path)
                source.name = path.relative_to(folder).as_posix()
                found.append(source.as_member())
            if len(found) > MOST_MEMBERS:
                raise too_big(folder.name)
    return tuple(sorted(found, key=lambda member: member.name))


def _in_zip(whole: Source) -> tuple[Source, ...]:
    try:
        with whole.open() as file:
            zip_end.check(file, whole.name)
            with zipfile.ZipFile(file) as packed:
                infos = [info for info in packed.infolist() if not info.is_dir()]
    except _DAMAGE as error:
        raise damaged(whole.name) from error
    total = sum(info.file_size for info in infos)
    if len(infos) > MOST_MEMBERS or total > MOST_UNPACKED or total > max(UNPACKED_FREELY, RATIO * whole.size):
        raise too_big(whole.name)
    if any(info.compress_type not in _KNOWN_PACKING or info.flag_bits & 1 for info in infos):
        raise damaged(whole.name)
    members = (Source(info.filename, info.file_size, _unpacking(whole, info)).as_member() for info in infos)
    return tuple(sorted(members, key=lambda member: member.name))


def _unpacking(whole: Source, info: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: cast("BinaryIO", io.BufferedReader(_Unpacked(whole, info), PIECE))


class _Told(io.RawIOBase):
    """A file that tells how far it was read."""

    def __init__(self, file: BinaryIO, size: int, tell: Tell) -> None:
        self._file, self._size, self._tell, self._read = file, size, tell, 0

    def readable(self) -> bool:
        return True

    def readinto(self, room: object) -> int:
        view = memoryview(cast("bytearray", room)).cast("B")
        piece = self._file.read(len(view))
        view[: len(piece)] = piece
        self._read += len(piece)
        self._tell(self._read, self._size)
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """One file of a zip while it is unpacked, at most as long as the zip says that it is."""

    def __init__(self, whole: Source, info: zipfile.ZipInfo) -> None:
        self._name, self._left = whole.name, info.file_size
        self._file = whole.open()
        try:
            self._zip = zipfile.ZipFile(self._file)
            self._content = self._zip.open(info)
        except _DAMAGE as error:
            self._file.close()
            raise damaged(self._name) from error

    def readable(self) -> bool:
        return True

    def readinto(self, room: object) -> int:
        view = memoryview(cast("bytearray", room)).cast("B")
        try:
            piece = self._content.read(min(len(view), self._left, PIECE))
        except _DAMAGE as error:
            raise damaged(self._name) from error
        if not piece and self._left and len(view):
            raise damaged(self._name)
        self._left -= len(piece)
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._content.close()
            self._zip.close()
            self._file.close()
        super().close()
