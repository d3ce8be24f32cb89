"""Copies of one diary on several computers: merged one with another, and through a badly synced folder."""

import random
from datetime import date
from pathlib import Path

from symtrack.errors import SymtrackError
from symtrack.store.engine import sqlite
from symtrack.store.share import SharedFolder
from tests.plain_diary import PlainDiary, by_id
from tests.torture.outcome import Outcome
from tests.torture.person import Person
from tests.torture.service import Service

_MERGES_EACH = 50
_ROUNDS = 12
_WRONG = (SymtrackError, sqlite.Error, AssertionError, LookupError, TypeError, ValueError)


def merged(cases: int, seed: int, folder: Path) -> Outcome:
    """So many merges among three copies, each compared row by row and in what counts with a model in plain Python."""
    chance = random.Random(seed)
    lost = crashed = done = 0
    while done < cases:
        place = folder / str(done)
        place.mkdir()
        people = _people(place, chance)
        models = [PlainDiary() for _person in people]
        for person, model in zip(people, models, strict=True):
            model.learn(person.store.rows())
        for _merge in range(min(_MERGES_EACH, cases - done)):
            one, other = chance.sample(range(3), 2)
            try:
                lost += _merge_once(people, models, one, other)
            except _WRONG:
                crashed += 1
            done += 1
        for person in people:
            crashed += len(person.store.findings())
            person.store.close()
    return Outcome("merged, beside a model", cases, lost, crashed)


def _merge_once(people: list[Person], models: list[PlainDiary], one: int, other: int) -> int:
    """Both write a little, then the one takes in the other; how many rows or places differ from the model."""
    wrong = 0
    for each in (one, other):
        for _act in range(people[each].chance.randrange(4)):
            people[each].act()
        wrong += len(models[each].learn(people[each].store.rows()))
    mine, model = people[one].store, models[one]
    model.merge(models[other].rows)
    if people[one].chance.random() < 0.1:
        mine.bring_in(people[other].store.path)
    else:
        mine.take(people[other].store.rows())
    wrong += by_id(mine.rows()) != model.rows
    wrong += {row.id for row in mine.ratings(date.min, date.max)} != set(model.ratings().values())
    wrong += {row.origin: row.id for row in mine.events()} != model.events()
    return wrong


def synced(cases: int, seed: int, folder: Path) -> Outcome:
    """So many steps on each of three computers, with folders that are kept alike: late, torn, doubled, undone."""
    chance = random.Random(seed)
    people = _people(folder, chance)
    service = Service([folder / f"folder {number}" for number in range(3)], chance)
    shared = [SharedFolder(place, f"computer {number}") for number, place in enumerate(service.folders)]
    crashed = 0
    for _step in range(cases):
        for number in chance.sample(range(3), 3):
            try:
                people[number].act()
                if chance.random() < 0.15:
                    crashed += len(shared[number].sync(people[number].store).bad)
                if chance.random() < 0.02:  # The window is closed and opened.
                    shared[number] = SharedFolder(shared[number].folder, shared[number].writer)
            except _WRONG:
                crashed += 1
        service.work()
    for _round in range(_ROUNDS):
        service.finish()
        for number, person in enumerate(people):
            shared[number].sync(person.store)
    lost = _differences(people)
    crashed += sum(len(person.store.findings()) for person in people)
    for person in people:
        person.store.close()
    return Outcome("three computers, a folder", cases, lost, crashed)


def _people(folder: Path, chance: random.Random) -> list[Person]:
    """Three people with one diary: the first begins it, the others take it in."""
    people = [Person(folder / f"{number}.symtrack", random.Random(chance.random())) for number in range(3)]
    people[0].rate()
    for other in people[1:]:
        other.store.take(people[0].store.rows())
    return people


def _differences(people: list[Person]) -> int:
    """Rows that one has and another lacks or has otherwise, what counts differently, and what was told and is gone."""
    every = [by_id(person.store.rows()) for person in people]
    ids = set().union(*every, *(person.acknowledged for person in people))
    unlike = sum(len({repr(rows.get(id_)) for rows in every}) > 1 or id_ not in every[0] for id_ in ids)
    erased = {row["target"] for table, row in every[0].values() if table == "redaction"}
    silent = sum(_is_silent(every[0][id_]) for id_ in ids & every[0].keys() if id_ not in erased)
    model = PlainDiary()
    model.merge(every[0])
    counts = [{row.id for row in person.store.ratings(date.min, date.max)} for person in people]
    return unlike + silent + sum(each != set(model.ratings().values()) for each in counts)


def _is_silent(found: tuple[str, object]) -> bool:
    """Whether a row that was not erased says nothing."""
    table, row = found
    assert isinstance(row, dict)
    content = {"rating": ("score", "reason"), "event": ("body",), "setting": ("value",)}.get(table)
    return bool(content) and not row["withdrawn"] and all(row[name] is None for name in content or ())
