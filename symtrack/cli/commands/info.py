"""`symtrack info`: what is in a diary."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.i18n import _, dated


def command() -> click.Command:
    return click.Command(
        "info",
        callback=info,
        params=[options.diary(), options.as_json(_("As one JSON object."))],
        help=_("Tells what is in the diary: how many rows and days, from when to when, and in whose voices."),
        short_help=_("Tells what is in the diary."),
    )


def info(diary: Path, *, as_json: bool) -> None:
    from symtrack.cli.opening import opened
    from symtrack.store import copies

    with opened(diary) as store:
        facts, sealed = store.facts(), store.key is not None
    made = copies.found(options.copies_folder(), diary, facts.diary)
    last = made[-1] if made else None
    if as_json:
        output.result(
            {
                "diary": facts.diary,
                "schema": facts.schema,
                "created_at": facts.created_at,
                "rows": facts.rows,
                "first": facts.first.isoformat() if facts.first else None,
                "last": facts.last.isoformat() if facts.last else None,
                "days": facts.days,
                "voices": list(facts.voices),
                "assisted": facts.assisted,
                "sealed": sealed,
                "last_backup": {"day": last.day.isoformat(), "path": str(last.path)} if last else None,
            }
        )
        return
    rows = [
        (_("File"), str(diary)),
        (_("Diary"), facts.diary),
        (_("Version of its tables"), str(facts.schema)),
        *((_("Rows: {table}").format(table=table), str(count)) for table, count in facts.rows.items()),
        (_("First day"), facts.first.isoformat() if facts.first else "–"),
        (_("Last day"), facts.last.isoformat() if facts.last else "–"),
        (_("Days with entries"), str(facts.days)),
        (_("Voices"), ", ".join(facts.voices) or "–"),
        *((_("Days typed by {name}").format(name=name), str(days)) for name, days in facts.assisted.items()),
        (_("Sealed with a passphrase"), _("yes") if sealed else _("no")),
        (_("Last backup"), f"{dated(last.day)}, {last.path}" if last else _("not yet")),
    ]
    for line in output.columns(rows):
        output.text(line)
