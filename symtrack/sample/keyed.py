"""From entries to rows as a diary file has them: ids in the order of writing, the same for the same seed."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeGuard

from symtrack.diary.rows import Event, Row, Setting
from symtrack.diary.setting_keys import SHARE_KEY
from symtrack.sample.entry import Entry
from symtrack.store.rows import ROWS, Rows, Values, table_of, values_of
from symtrack.store.uuid7 import Keys
from symtrack.store.vault import KEY_BYTES

_NAME = "@"


def keyed(entries: Iterable[Entry], seed: int) -> Rows:
    """The rows of all entries, by table; a name that no row has is left out of what refers to it."""
    ordered = sorted(entries, key=lambda entry: entry.moment)
    share_key = random.Random(seed).randbytes(KEY_BYTES).hex()  # noqa: S311 - what it seals is invented
    ordered.insert(0, Entry(moment=ordered[0].moment, rows=(Setting(key=SHARE_KEY, value=share_key, private=True),)))
    bits = random.Random(seed).getrandbits  # noqa: S311 - ids must differ, nobody has to be unable to guess them
    last = diary = Keys(ordered[0].moment, bits=bits).next()
    known: dict[str, str] = {}
    tables: dict[str, list[Values]] = {table: [] for table in ROWS}
    for entry in ordered:
        keys = Keys(entry.moment, last, bits=bits)
        ids = [keys.next() for _row in entry.rows]
        known |= {row.id: key for row, key in zip(entry.rows, ids, strict=True) if row.id}
        for row, key in zip(entry.rows, ids, strict=True):
            whole = replace(
                _linked(row, known),
                id=key,
                action=ids[0],
                recorded_at=entry.moment.isoformat(timespec="milliseconds"),
            )
            tables[table_of(row)].append(values_of(whole))
        last = ids[-1]
    return Rows(diary=diary, tables={table: tuple(rows) for table, rows in tables.items()} | {"redaction": ()})


def _linked(row: Row, known: Mapping[str, str]) -> Row:
    """The row with ids in the places of names."""
    linked = replace(row, replaces=known.get(row.replaces or ""))
    if not isinstance(linked, Event):
        return linked
    named = {key: known.get(value.removeprefix(_NAME)) for key, value in linked.body.items() if _is_name(value)}
    body = {key: named.get(key, value) for key, value in linked.body.items()}
    return replace(linked, body={key: value for key, value in body.items() if key not in named or value is not None})


def _is_name(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and value.startswith(_NAME)
