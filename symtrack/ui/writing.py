"""The words for who is writing."""

from typing import TYPE_CHECKING

from symtrack.i18n import _
from symtrack.ui.widgets import Part

if TYPE_CHECKING:
    from symtrack.ui.journal import Writer


def whose(name: str) -> str:
    """Whose diary it is: by name where one is given."""
    return _("{name}’s diary").format(name=name) if name else _("My diary")


def writer_words(writer: "Writer", person: str) -> str:
    """Who writes, whole: the person, somebody typing what the person says, or somebody's own view."""
    if writer.entered_by:
        return (
            _("{name}, writing what {person} says").format(name=writer.entered_by, person=person)
            if person
            else _("{name}, writing what the person says").format(name=writer.entered_by)
        )
    if writer.name:
        return _("{name}, own view").format(name=writer.name)
    # Translators: In the place of a name: whose diary and whose numbers they are.
    return person or _("me")


def writer_parts(writer: "Writer", person: str) -> list[tuple[Part, ...]]:
    """What the top line says, from the whole of it to the shortest."""
    label = Part(_("Writing: "))
    named = Part(writer.name or person or _("me"), bold=True)
    return [(label, Part(writer_words(writer, person), bold=True)), (label, named), (named,)]
