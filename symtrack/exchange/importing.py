"""Bringing a file into a diary: what is new goes in as one action, what is there already stays as it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from symtrack.diary import instrument
from symtrack.diary.instrument import Instrument, short_answer
from symtrack.diary.rows import Event, Rating, Row, Setting, voice_name
from symtrack.errors import InputError
from symtrack.exchange.foreign.becoming import Became, became
from symtrack.exchange.foreign.choice import OUT, Choices
from symtrack.exchange.foreign.reading import Reading
from symtrack.exchange.format import Own
from symtrack.exchange.source import Source
from symtrack.exchange.table_words import word
from symtrack.i18n import _, dated
from symtrack.store import DiaryStore, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an import adds and skips: numbers of rows by the names of the lists in our own JSON.

    `same` rows are in the diary already. `different` answers contradict one that is there, which stays; `kept` says so,
    a sentence each. `became` is what a foreign file became before it was compared with the diary. `one_action` is false
    for a copy of a diary: it comes in as the actions that it has, and can't be taken back as one.
    """

    added: Mapping[str, int]
    same: int = 0
    different: int = 0
    kept: tuple[str, ...] = ()
    became: Became | None = None
    one_action: bool = True


class Bring(Protocol):
    """Brings something into the store, or with `dry_run` tells what it would."""

    def __call__(self, store: DiaryStore, /, *, dry_run: bool) -> Brought: ...


def bring_in(store: DiaryStore, source: Source, form: Own, *, dry_run: bool = False) -> Brought:
    """Adds what a file of ours has and the diary has not, all or nothing; with `dry_run` only says what.

    InputError, and nothing written, when any of it can't be taken.
    """
    found = form.read(source, store.today)
    if isinstance(found, Rows):
        return _union(store, found, dry_run=dry_run)
    body: dict[str, object] = {"file": _kept_name(source.name), "sha256": source.sha256}
    if any(_is_of(event, body) for event in store.events()):
        return Brought(added={"ratings": 0, "events": 0}, same=len(found))
    return _enter(store, body, found, dry_run=dry_run)


def move_in(store: DiaryStore, reading: Reading, choices: Choices, *, dry_run: bool = False) -> Brought:
    """The same for a foreign file that was read through, with what the person chose; the diary keeps their choices.

    The same file with the same choices adds nothing a second time.
    """
    found = became(reading, choices, store.settings(), store.today)
    rows = (*found.ratings, *found.events)
    body: dict[str, object] = {
        "file": _kept_name(reading.name),
        "sha256": reading.sha256,
        "format": reading.form,
        "order": choices.order,
        "mapping": {
            subject: choice.as_json() for subject, choice in choices.by_subject.items() if choice.target != OUT
        },
    }
    if any(_is_of(event, body) for event in store.events()):
        return Brought(added={"ratings": 0, "events": 0}, same=len(rows), became=found)
    return replace(_enter(store, body, rows, found.settings, dry_run=dry_run), became=found)


def _kept_name(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")


def _is_of(event: Event, body: Mapping[str, object]) -> bool:
    """Whether the event is about the same file, and the same choices where there were any."""
    return event.kind == "import" and all(
        event.body.get(key) == body.get(key) for key in ("sha256", "format", "order", "mapping")
    )


def _union(store: DiaryStore, found: Rows, *, dry_run: bool) -> Brought:
    """The rows of a copy, by their ids."""
    mine = store.rows()
    known = {str(row["id"]) for rows in mine.tables.values() for row in rows}
    if known and mine.diary != found.diary:
        raise InputError(_("That is another person’s diary. Two people’s diaries are never put together."))
    added = {f"{table}s": sum(row["id"] not in known for row in rows) for table, rows in found.tables.items()}
    if not dry_run and (any(added.values()) or mine.diary != found.diary):
        store.take(found)
    return Brought(added=added, same=sum(map(len, found.tables.values())) - sum(added.values()), one_action=False)


def _enter(
    store: DiaryStore,
    body: Mapping[str, object],
    found: Sequence[Row],
    settings: Sequence[Setting] = (),
    *,
    dry_run: bool,
) -> Brought:
    """Ratings and events from elsewhere, as one action that begins with an event about the file."""
    ratings = [row for row in found if isinstance(row, Rating)]
    events = [row for row in found if isinstance(row, Event)]
    known = instrument.of(store.settings())
    answered = {rating.place: rating for rating in store.ratings(date.min, date.max)}
    new = [rating for rating in ratings if rating.place not in answered]
    kept = tuple(
        _kept(there, rating, known)
        for rating in ratings
        if (there := answered.get(rating.place)) and there.answer != rating.answer
    )
    fresh = _fresh(events, store.events())
    used = {f"item.{rating.item}" for rating in new}
    made = [setting for setting in settings if setting.key in used]
    if (new or fresh) and not dry_run:
        counted = {**body, "ratings": len(new), "events": len(fresh)}
        store.add(Event(kind="import", day=store.today, body=counted), *made, *new, *fresh)
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
    said: object = event.text if event.kind == "note" else word(event)
    if event.kind == "measurement":
        said = (event.body.get("what"), event.body.get("value"))
    return event.day, event.time, event.voice, event.kind, said


def _kept(there: Rating, new: Rating, known: Instrument) -> str:
    item = _(known.item(there.item).name)
    words = {
        "day": dated(there.day),
        "item": item,
        "there": short_answer(there.answer),
        "new": short_answer(new.answer),
    }
    name = voice_name(there.voice)
    if name:
        return _("{day}, {item} as {name} saw it: “{there}” stays, “{new}” is left out.").format(name=name, **words)
    return _("{day}, {item}: “{there}” stays, “{new}” is left out.").format(**words)
