"""What the form of each kind of event is made from."""

from collections.abc import Callable
from dataclasses import dataclass

from symtrack.ui.diary.forms.fields import Fields


@dataclass(frozen=True, slots=True)
class Form:
    """The form for one kind: the words of the choice that leads to it, and what puts its fields there.

    `what` says which measurement it is for, where it is for one. `explained` ones have words that the help explains.
    One that is not `offered` is for correcting alone.
    """

    kind: str
    words: str
    build: Callable[[Fields], None]
    what: str = ""
    explained: bool = False
    offered: bool = True

    @property
    def key(self) -> str:
        """What no other form has."""
        return self.what or self.kind
