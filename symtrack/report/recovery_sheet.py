"""The sheet with the recovery code of a sealed diary, to be kept on paper."""

from datetime import date

from symtrack.i18n import _, code as language, dated
from symtrack.report.blocks import Block, Foot, Groups, Head, Words


def build(code: str, name: str, day: date) -> tuple[Block, ...]:
    """The sheet for the diary of `name`, sealed on `day` with the key that `code` spells."""
    return (
        Head(
            title=_("Recovery sheet"),
            name=name,
            lines=(_("for the diary that got its passphrase on {day}").format(day=dated(day)),),
            language=language(),
            day=day,
        ),
        Groups(heading=_("The recovery code"), groups=tuple(code.split())),
        Words(
            heading=_("What it is for"),
            paragraphs=(
                _("If the passphrase of the diary is forgotten, this code opens it, and its copies too."),
                _("Without the passphrase and without this sheet nobody can open the diary: not we, and not you."),
            ),
            column="left",
        ),
        Words(
            heading=_("Where to keep it"),
            paragraphs=(
                _("With papers that you trust to stay, or with somebody whom you trust. Not beside the computer."),
                _("Whoever has this sheet and a file of the diary can read all of it."),
            ),
            column="right",
        ),
        Words(
            heading=_("How to use it"),
            paragraphs=(
                _("Start symtrack. Where it asks for the passphrase, press “I have forgotten it…”."),
                _("Type the groups in their order. What looks like an O or an I is a nought or a one."),
                _("Then choose a new passphrase in Settings, and print the new sheet. This one is of no use then."),
            ),
            column="both",
        ),
        Foot(
            text=_("Made by symtrack, on this computer alone."),
            page=_("Page {page} of {pages}"),
            unprintable=_("Characters that no font on this computer has are named in brackets."),
        ),
    )
