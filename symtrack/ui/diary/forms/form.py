"""What the form of each kind of event is made from."""

from collections.abc import Callable
from dataclasses import dataclass

from symtrack.ui.diary.forms.fields import Fields


@dataclass(frozen=True, slots=True)
class Form:
    """The form for one kind: the words of the choice that leads to it, and what puts its fields there.

    One that is not `offered` is for correcting alone.
    """

    kind: str
    words: str
    build: Callable[[Fields], None]
    offered: bool = True
