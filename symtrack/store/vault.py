"""What a sealed diary is opened with: a key, which comes from a passphrase or from the recovery code.

A sealed file is SQLCipher's: its first 16 bytes are the salt from which, with the passphrase, its key is derived.
"""

import hashlib
import secrets
import unicodedata
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


class Key:
    """A file’s own key. As a secret it opens every copy that was made of the file.

    One that comes from a passphrase is derived when its bytes are first needed: to open a file SQLCipher takes the
    passphrase, and derives it faster than Python does.
    """

    __slots__ = ("_passphrase", "_raw", "salt")

    def __init__(self, raw: bytes | None, salt: bytes, *, passphrase: "Passphrase | None" = None) -> None:
        self._raw, self._passphrase, self.salt = raw, passphrase, salt

    @classmethod
    def new(cls) -> "Key":
        """A key that no passphrase gives."""
        return cls(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(SALT_BYTES))

    @property
    def raw(self) -> bytes:
        """The 32 bytes of the key."""
        if self._raw is None:
            assert self._passphrase is not None
            self._raw = self._passphrase.derived(self.salt)
        return self._raw

    @property
    def spelt(self) -> str:
        """The key as SQLCipher takes it, with the salt, so that no derivation is left to do."""
        return f"x'{(self.raw + self.salt).hex()}'"

    @property
    def made_with(self) -> str:
        """What SQLCipher makes a new file with, as SQL."""
        return f'"{self.spelt}"'

    @property
    def opening(self) -> str:
        """What SQLCipher opens a file with that is there already, as SQL."""
        words = self._passphrase.words if self._raw is None and self._passphrase is not None else None
        return self.made_with if words is None else "'" + words.replace("'", "''") + "'"

    def key(self, salt: bytes) -> "Key":
        return Key(self.raw, salt)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and (self.raw, self.salt) == (other.raw, other.salt)

    def __hash__(self) -> int:
        return hash((self.raw, self.salt))

    def __repr__(self) -> str:
        return "Key()"


class Passphrase:
    """What the person chose, however their keyboard composes its letters. InputError for an empty one."""

    def __init__(self, text: str) -> None:
        if not text:
            raise InputError(_("A passphrase has at least one character."))
        if "\0" in text:
            raise InputError(_("A passphrase can’t hold the character NUL."))
        self._text = unicodedata.normalize("NFC", text)
        self._keys: dict[bytes, Key] = {}

    @property
    def words(self) -> str | None:
        """The passphrase, unless SQLCipher would read it as something else."""
        spoken = all(not "\ud800" <= letter <= "\udfff" for letter in self._text)
        return self._text if spoken and not self._text.startswith("x'") else None

    def key(self, salt: bytes) -> Key:
        """The key of the file with this salt."""
        known = self._keys.get(salt)
        if known is None:
            known = self._keys[salt] = Key(None, salt, passphrase=self)
        else:
            known.raw  # noqa: B018 - deriving it here once is less work than at each further opening
        return known

    def derived(self, salt: bytes) -> bytes:
        """The bytes of the key. They take a tenth of a second, on purpose."""
        text = self._text.encode("utf-8", "surrogatepass")
        return hashlib.pbkdf2_hmac("sha512", text, salt, ROUNDS, KEY_BYTES)
