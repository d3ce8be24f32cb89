"""`symtrack self-test`: whether everything that belongs to this program is here and works, tried in a passing folder.

It is for whoever builds or installs symtrack: a bundle that left a module or a file out says so here, and not in the
middle of somebody's evening. No diary of the person's is looked at.
"""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from symtrack import __version__, apart, i18n, paths
from symtrack.cli import options, output
from symtrack.diary.rows import Event, Rating
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.store import DiaryStore
from symtrack.store.vault import Passphrase, Secret

if TYPE_CHECKING:
    from symtrack.diary.record import Diary

RESOURCES: Mapping[str, str] = {
    "events": "*.json",
    "exchange": "*.toml",
    "icons": "*.svg",
    "instruments": "*.toml",
    "locale": "*.pot",
    "patients": "*.md",
    "patients/pictures": "*.png",
    "report": "*.typ",
    "sample": "*.toml",
    "themes": "*.toml",
}
"""What each folder of resources must hold at least one of."""
LAST = date(2026, 5, 15)
DAYS = 14
RULE, SCORE = "severe-days", 8
"""So many days of such pain, and the point that they must give."""
SECRETS: Sequence[Secret | None] = (None, Passphrase("self-test"))
"""A plain diary and a sealed one."""
COUNTRY = "GB"


def command() -> click.Command:
    return click.Command(
        "self-test",
        callback=self_test,
        params=[options.as_json(_("As one JSON object."))],
        help=_(
            "Tries out whether all of symtrack is here: its parts, a number through the diary, the points and the "
            "paper, in a folder that is gone afterwards. Your diary is not touched."
        ),
        short_help=_("Tries out whether all of symtrack is here."),
    )


def self_test(*, as_json: bool) -> None:
    for folder in RESOURCES:
        _tried(f"resources/{folder}", partial(_resource, folder))
    parts = {name: _tried(name, find) for name, find in PARTS.items()}
    with TemporaryDirectory() as folder:
        for secret in SECRETS:
            _tried("diary", partial(_through, Path(folder, f"{secret is None}.symtrack"), secret))
    _tried("excel", _workbook)
    countries = len(_tried("holidays", _holidays))
    if as_json:
        output.result({"version": __version__, **parts, "countries": countries})
        return
    output.text(f"{paths.APP} {__version__}")
    for name, keys in parts.items():
        output.text(f"{name}: {' '.join(keys)}")
    output.text(f"countries: {countries}")
    output.say(_("All of symtrack is here, and works."))


def _tried(part: str, work: Callable[[], Sequence[str]]) -> Sequence[str]:
    """What the work gives; SymtrackError names the part that gave nothing."""
    try:
        return work()
    except Exception as error:
        why = str(error) or type(error).__name__
        raise SymtrackError(
            _("A part of symtrack is missing: {part} ({why}). Installing it again should bring it back.").format(
                part=part, why=why
            )
        ) from error


def _resource(folder: str) -> Sequence[str]:
    found = sorted(file.name for file in paths.resource(folder).glob(RESOURCES[folder]))
    if not found:
        raise LookupError(RESOURCES[folder])
    return found


def _instruments() -> Sequence[str]:
    from symtrack.diary import instrument

    return tuple(item.key for item in instrument.load().items)


def _events() -> Sequence[str]:
    from symtrack.diary.event_kinds import KINDS

    lacking = set(KINDS) - {Path(name).stem for name in _resource("events")}
    if lacking:
        raise LookupError(", ".join(sorted(lacking)))
    return KINDS


def _rules() -> Sequence[str]:
    from symtrack.rules import every_rule

    return tuple(rule.key for rule in every_rule())


def _sections() -> Sequence[str]:
    from symtrack.report import all_sections

    return tuple(section.key for section in all_sections())


def _sheets() -> Sequence[str]:
    from symtrack.report.sheets import sheets

    return tuple(sheet.key for sheet in sheets())


def _formats() -> Sequence[str]:
    from symtrack.exchange.format import every_format

    return tuple(known.key for known in every_format())


def _languages() -> Sequence[str]:
    """The translations; the months of a language that has none must be known all the same, for its paper."""
    for code in ("en_GB", "de", "ar", "ja"):
        with i18n.speaking(i18n.Language(code)):
            i18n.long_day(LAST)
    return ("en", *sorted(i18n.available()))


PARTS: Mapping[str, Callable[[], Sequence[str]]] = {
    "instruments": _instruments,
    "events": _events,
    "rules": _rules,
    "sections": _sections,
    "sheets": _sheets,
    "formats": _formats,
    "languages": _languages,
}


def _through(diary: Path, secret: Secret | None) -> Sequence[str]:
    """The rules of the points that a fortnight of bad days gives, once they are on paper and in every file."""
    from symtrack.diary.record import Diary
    from symtrack.exchange.format import writers
    from symtrack.rules import evaluate

    days = [LAST - timedelta(days=before) for before in reversed(range(DAYS))]
    with DiaryStore.open(diary, create=True, secret=secret) as store:
        store.add(*(Rating(day=day, item="pain", score=SCORE) for day in days), Event(kind="note", day=LAST, text="…"))
    with DiaryStore.open(diary, secret=secret) as store:
        read = Diary.of(store.columns(), store.events(), until=LAST, settings=store.settings())
        for key, writer in writers().items():
            _known_as(key, "".join(writer.write(store, None, None)).encode())
        ratings = store.ratings(days[0], LAST)
    raised = {flag.rule for flag in evaluate(read)}
    if RULE not in raised:
        raise LookupError(RULE)
    _paper(read, ratings)
    return sorted(raised)


def _known_as(key: str, content: bytes) -> None:
    """See that a file is recognised as what it is."""
    from symtrack.exchange.format import recognised
    from symtrack.exchange.source import Source

    found = recognised(Source.of_bytes("file", content)).key
    if found != key:
        raise LookupError(key)


def _workbook() -> Sequence[str]:
    """Excel is read by a package that nothing else needs."""
    from openpyxl import Workbook

    book, content = Workbook(), BytesIO()
    book.active.append(["day", "pain"])
    book.save(content)
    _known_as("excel", content.getvalue())
    return ("excel",)


def _paper(read: "Diary", ratings: Sequence[Rating]) -> None:
    """Set the summary in a process of its own, as the window does."""
    from symtrack.diary.period import Period
    from symtrack.report.orders import FileOrder, Summary

    period = Period(LAST - timedelta(days=DAYS - 1), LAST)
    source = Summary(diary=read, period=period, settings={}, ratings=ratings)
    order = apart.given(FileOrder(source=source, paper="a4", kind=".pdf"))
    done = subprocess.run(apart.command(), input=order, capture_output=True, check=False)
    made = apart.made(done.stdout) if done.returncode == 0 else SymtrackError(done.stderr.decode(errors="replace"))
    if isinstance(made, SymtrackError):
        raise made
    if not isinstance(made, bytes) or not made.startswith(b"%PDF"):
        raise LookupError("paper")


def _holidays() -> Sequence[str]:
    from symtrack.diary.public_holidays import countries, known

    if not known({"holidays": {"country": COUNTRY}})(date(2026, 12, 25)):
        raise LookupError(COUNTRY)
    return countries()
