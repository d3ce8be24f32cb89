"""Bringing a file into a diary: what is new goes in as one action, what is there already stays as it is."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from symtrack.diary import instrument
from symtrack.diary.instrument import REASON_NAMES, Instrument
from symtrack.diary.rows import Event, Rating, Row, voice_name
from symtrack.errors import InputError
from symtrack.exchange.format import Format
from symtrack.exchange.table_words import word
from symtrack.i18n import _
from symtrack.store import DiaryStore, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an import adds and skips: numbers of rows by the names of the lists in our own JSON.

    `same` rows are in the diary already. `different` answers contradict one that is there, which stays; `kept` says so,
    a sentence each.
    """

    added: Mapping[str, int]
    same: int = 0
    different: int = 0
    kept: tuple[str, ...] = ()


def bring_in(store: DiaryStore, name: str, content: bytes, form: Format, *, dry_run: bool = False) -> Brought:
    """Adds what the file called `name` has and the diary has not, all or nothing; with `dry_run` only says what.

    InputError, and nothing written, when any of it can't be taken.
    """
    found = form.read(content, store.today)
    if isinstance(found, Rows):
        return _union(store, found, dry_run=dry_run)
    return _enter(store, name, content, found, dry_run=dry_run)


def _union(store: DiaryStore, found: Rows, *, dry_run: bool) -> Brought:
    """The rows of a copy, by their ids."""
    mine = store.rows()
    known = {str(row["id"]) for rows in mine.tables.values() for row in rows}
    if known and mine.diary != found.diary:
        raise InputError(_("That is another person’s diary. Two people’s diaries are never put together."))
    added = {f"{table}s": sum(row["id"] not in known for row in rows) for table, rows in found.tables.items()}
    if not dry_run and (any(added.values()) or mine.diary != found.diary):
        store.take(found)
    return Brought(added=added, same=sum(map(len, found.tables.values())) - sum(added.values()))


def _enter(store: DiaryStore, name: str, content: bytes, found: Sequence[Row], *, dry_run: bool) -> Brought:
    """Ratings and events from elsewhere, as one action that begins with an event about the file."""
    ratings = [row for row in found if isinstance(row, Rating)]
    events = [row for row in found if isinstance(row, Event)]
    digest = hashlib.sha256(content).hexdigest()
    standing = store.events()
    if any(event.kind == "import" and event.body.get("sha256") == digest for event in standing):
        return Brought(added={"ratings": 0, "events": 0}, same=len(found))
    known = instrument.of(store.settings())
    answered = {_place(rating): rating for rating in store.ratings(date.min, date.max)}
    new = [rating for rating in ratings if _place(rating) not in answered]
    kept = tuple(
        _kept(there, rating, known)
        for rating in ratings
        if (there := answered.get(_place(rating))) and (there.score, there.reason) != (rating.score, rating.reason)
    )
    fresh = _fresh(events, standing)
    if (new or fresh) and not dry_run:
        body = {
            "file": name.encode("utf-8", "replace").decode("utf-8"),
            "sha256": digest,
            "ratings": len(new),
            "events": len(fresh),
        }
        store.add(Event(kind="import", day=store.today, body=body), *new, *fresh)
    return Brought(
        added={"ratings": len(new), "events": len(fresh)},
        same=len(found) - len(new) - len(fresh) - len(kept),
        different=len(kept),
        kept=kept,
    )


def _fresh(events: Sequence[Event], standing: Sequence[Event]) -> list[Event]:
    """The events that the diary has not. Two doses on one day are two, so they are counted, not only looked for."""
    there = Counter(map(_spelt, standing))
    notes: dict[tuple[object, ...], list[str]] = {}
    for event in standing:
        if event.kind == "note":
            notes.setdefault((event.day, event.time, event.voice), []).append(event.text or "")
    # A table has one note for each row: several are exported as lines of one.
    there.update((*place, "note", "\n".join(texts)) for place, texts in notes.items() if len(texts) > 1)
    fresh = []
    for event in events:
        if there[_spelt(event)]:
            there[_spelt(event)] -= 1
        else:
            fresh.append(event)
    return fresh


def _spelt(event: Event) -> tuple[object, ...]:
    """What tells one event of a table from another."""
    return event.day, event.time, event.voice, event.kind, event.text if event.kind == "note" else word(event)


def _place(rating: Rating) -> tuple[object, ...]:
    return rating.day, rating.time, rating.item, rating.voice


def _kept(there: Rating, new: Rating, known: Instrument) -> str:
    item = _(known.item(there.item).name)
    words = {"day": there.day, "item": item, "there": _answer(there), "new": _answer(new)}
    name = voice_name(there.voice)
    if name:
        return _("{day}, {item} as {name} saw it: “{there}” stays, “{new}” is left out.").format(name=name, **words)
    return _("{day}, {item}: “{there}” stays, “{new}” is left out.").format(**words)


def _answer(rating: Rating) -> str:
    return _(REASON_NAMES[rating.reason]) if rating.reason else str(rating.score)
