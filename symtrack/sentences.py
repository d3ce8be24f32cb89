"""The sentences of a `.po` file, compiled in memory."""

import gettext
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path


class WhenAsked(gettext.NullTranslations):
    """The sentences of a file, read when the first is asked for: a window can be seen before any is."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    @cached_property
    def _sentences(self) -> gettext.NullTranslations:
        return compiled(self._file.read_bytes())

    def gettext(self, message: str) -> str:
        return self._sentences.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._sentences.ngettext(msgid1, msgid2, n)


@lru_cache(maxsize=8)
def compiled(po: bytes) -> gettext.GNUTranslations:
    """The sentences of a `.po` file’s bytes."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = BytesIO()
    write_mo(made, read_po(BytesIO(po)))
    made.seek(0)
    return gettext.GNUTranslations(made)
