"""What a sealed diary is opened with: a key, which comes from a passphrase or from the recovery code.

A sealed file is SQLCipher's: its first 16 bytes are the salt from which, with the passphrase, its key is derived.
"""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Protocol

from symtrack.errors import InputError
from symtrack.i18n import _

SALT_BYTES, KEY_BYTES = 16, 32
ROUNDS = 256_000
"""SQLCipher 4's own number of rounds of PBKDF2-HMAC-SHA512."""


class Secret(Protocol):
    """What opens a sealed file once its salt is known."""

    def key(self, salt: bytes) -> "Key":
        """The key of the file with this salt, which is its first 16 bytes."""


@dataclass(frozen=True, slots=True)
class Key:
    """A file’s own key. As a secret it opens every copy that was made of the file."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "Key":
        """A key that no passphrase gives."""
        return cls(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(SALT_BYTES))

    @property
    def spelt(self) -> str:
        """The key as SQLCipher takes it, with the salt, so that no derivation is left to do."""
        return f"x'{(self.raw + self.salt).hex()}'"

    def key(self, salt: bytes) -> "Key":
        return Key(self.raw, salt)


class Passphrase:
    """What the person chose, however their keyboard composes its letters. InputError for an empty one."""

    def __init__(self, text: str) -> None:
        if not text:
            raise InputError(_("A passphrase has at least one character."))
        if "\0" in text:
            raise InputError(_("A passphrase can’t hold the character NUL."))
        self._text = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
        self._derived: dict[bytes, Key] = {}

    def key(self, salt: bytes) -> Key:
        """The derived key. It takes a tenth of a second, on purpose, and is done once for each salt."""
        if salt not in self._derived:
            raw = hashlib.pbkdf2_hmac("sha512", self._text, salt, ROUNDS, KEY_BYTES)
            self._derived[salt] = Key(raw, salt)
        return self._derived[salt]

    def new_key(self) -> Key:
        """The key of a file that is yet to be made."""
        return self.key(secrets.token_bytes(SALT_BYTES))
