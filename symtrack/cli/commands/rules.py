"""`symtrack rules`: what is pointed out, by which criterion, and where that comes from."""

import click

from symtrack.cli import options, output
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "rules",
        callback=rules,
        params=[options.as_json(_("One JSON object a line."))],
        help=_("Tells what symtrack points out, by which criterion, and where the criterion comes from."),
        short_help=_("Tells what is pointed out, and why."),
    )


def rules(*, as_json: bool) -> None:
    from symtrack.cli.words import by_urgency, urgency
    from symtrack.rules import every_rule

    for place, rule in enumerate(every_rule()):
        urgencies = by_urgency(rule.urgency.values())
        if as_json:
            output.result(
                {
                    "key": rule.key,
                    "kind": rule.kind,
                    "urgency": urgencies,
                    "shown": rule.shown,
                    "criterion": _(rule.criterion),
                    "text": _(rule.text),
                    "question": _(rule.question),
                    "source": _(rule.source),
                }
            )
            continue
        if place:
            output.text()
        output.text(f"{rule.key}: {', '.join(map(urgency, urgencies))}")
        output.text(f"  {_(rule.criterion)}")
        output.text(f"  {_(rule.source)}")
