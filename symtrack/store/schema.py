"""The tables of a diary file, and how an older file becomes a newer one: one decorated function a step.

Imported only when a file is made or migrated: sqlite-utils costs 0.2 s, and the first paint does not wait for it.
"""

from sqlite_utils import Database, Migrations

from symtrack.store import header
from symtrack.store.engine import sqlite

migrations = Migrations("symtrack")

_ID = "length(id) = 36 AND id GLOB '????????-????-7???-????-????????????'"
_DAY = "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND {0} = date({0})"
_TIME = "time IS NULL OR (time GLOB '[0-2][0-9]:[0-5][0-9]' AND time < '24:00')"

_COMMON = f"""
    id TEXT NOT NULL PRIMARY KEY CHECK ({_ID}), -- UUIDv7 of this row, in the order of writing
    action TEXT NOT NULL, -- id of the first row of the same action: what one undo takes back; an undo's rows join the action that they take back or bring back
    recorded_at TEXT NOT NULL CHECK (julianday(recorded_at) IS NOT NULL), -- the instant of entry, ISO 8601 with milliseconds and the local offset; a row that brings a value back keeps the value's own
    voice TEXT NOT NULL CHECK (voice = 'patient' OR voice GLOB 'caregiver:?*'), -- whose view it is: patient, or caregiver:NAME
    entered_by TEXT, -- who typed what the patient said; NULL: the voice itself
    replaces TEXT CHECK (replaces <> id), -- id of the row that this one corrects or takes away
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), -- 1: takes the row in `replaces` away
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)), -- 1: on no paper unless ticked
"""  # noqa: E501 - one column a line, with its comment

_TABLES = f"""
CREATE TABLE diary ( -- which diary this is: always one row
    id TEXT NOT NULL PRIMARY KEY CHECK ({_ID}), -- UUIDv7 of the diary; copies of one diary share it
    schema INTEGER NOT NULL, -- version of these tables
    created_at TEXT NOT NULL CHECK (julianday(created_at) IS NOT NULL) -- when the diary was begun
) STRICT;

CREATE TABLE rating ( -- one row: one answer
    {_COMMON.strip()}
    day TEXT NOT NULL CHECK ({_DAY.format("day")}), -- the person's day, YYYY-MM-DD
    time TEXT CHECK ({_TIME}), -- NULL: the day's own answer, "at its worst"; HH:MM: a moment
    item TEXT NOT NULL CHECK (item <> ''), -- what was asked: pain, nausea, appetite (loss of), fatigue, …, own.NAME
    score INTEGER CHECK (score BETWEEN 0 AND 10), -- 0 to 10, higher is worse
    reason TEXT CHECK (reason IN ('declined', 'unwell', 'asleep', 'hospital')), -- why there is no score
    CHECK (score IS NULL OR reason IS NULL)
) STRICT;

CREATE TABLE event ( -- one row: one thing that happened, or is planned
    {_COMMON.strip()}
    kind TEXT NOT NULL CHECK (kind <> ''), -- treatment, cycle, scan, visit, note, question, goal, …
    day TEXT NOT NULL CHECK ({_DAY.format("day")}), -- the day, or the first of several, YYYY-MM-DD
    until TEXT CHECK (until IS NULL OR (until >= day AND {_DAY.format("until")})), -- the last day, where there are several
    time TEXT CHECK ({_TIME}), -- wall-clock time HH:MM, where it matters
    text TEXT, -- name or words
    body TEXT CHECK (body IS NULL OR (json_valid(body) AND json_type(body) = 'object')) -- JSON: what an event of this kind holds
) STRICT;

CREATE TABLE setting ( -- one row: one change of a setting that belongs to the diary
    {_COMMON.strip()}
    key TEXT NOT NULL CHECK (key <> ''), -- name of the setting
    value TEXT CHECK (value IS NULL OR json_valid(value)) -- JSON: its value from now on
) STRICT;

CREATE TABLE redaction ( -- one row: one row erased for good
    id TEXT NOT NULL PRIMARY KEY CHECK ({_ID}), -- UUIDv7 of this redaction
    recorded_at TEXT NOT NULL CHECK (julianday(recorded_at) IS NOT NULL), -- the instant of erasing
    target TEXT NOT NULL -- id of the row whose content is gone
) STRICT;
"""  # noqa: E501 - one column a line, with its comment

_FIXED = {
    "rating": "id action recorded_at voice entered_by replaces withdrawn private day time item",
    "event": "id action recorded_at voice entered_by replaces withdrawn private kind day until time",
    "setting": "id action recorded_at voice entered_by replaces withdrawn private key",
    "redaction": "id recorded_at target",
}
_CONTENT = {"rating": "score reason", "event": "text body", "setting": "value", "redaction": ""}


def _guards(table: str) -> list[str]:
    """The triggers that keep the table append-only, but for the erasing of content that a redaction names."""
    kept = [f"NEW.{column} IS OLD.{column}" for column in _FIXED[table].split()]
    erased = [f"(NEW.{column} IS NULL OR NEW.{column} IS OLD.{column})" for column in _CONTENT[table].split()]
    allowed = " AND ".join([*kept, *erased, "EXISTS (SELECT 1 FROM redaction WHERE target = OLD.id)"])
    return [
        f"""CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table} WHEN NOT ({allowed})
            BEGIN SELECT RAISE(ABORT, 'rows are never changed'); END""",
        f"""CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}
            BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END""",
        f"""CREATE TRIGGER {table}_is_never_overwritten BEFORE INSERT ON {table}
            WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, 'a row with this id exists'); END""",
    ]


_DIARY_GUARDS = (
    """CREATE TRIGGER diary_is_one BEFORE INSERT ON diary WHEN EXISTS (SELECT 1 FROM diary)
       BEGIN SELECT RAISE(ABORT, 'a file holds one diary'); END""",
    """CREATE TRIGGER diary_is_never_deleted BEFORE DELETE ON diary
       BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END""",
    # Only a diary without any row may take another's identity: it becomes a copy of it.
    """CREATE TRIGGER diary_keeps_its_id BEFORE UPDATE OF id, created_at ON diary
       WHEN EXISTS (SELECT 1 FROM rating) OR EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM setting)
       BEGIN SELECT RAISE(ABORT, 'a diary keeps its id'); END""",
)

_INDEXES = (
    "CREATE INDEX rating_by_day ON rating (day)",
    "CREATE INDEX event_by_day ON event (day)",
    "CREATE INDEX setting_by_key ON setting (key)",
    *(f"CREATE INDEX {table}_by_action ON {table} (action)" for table in ("rating", "event", "setting")),
    *(
        f"CREATE INDEX {table}_by_replaces ON {table} (replaces) WHERE replaces IS NOT NULL"
        for table in ("rating", "event", "setting")
    ),
    "CREATE INDEX redaction_by_target ON redaction (target)",
)

_LATEST = "ORDER BY julianday(recorded_at) DESC, id DESC"
_VIEWS = (
    # What counts: no row that another replaces, none withdrawn or erased; of what is left, the latest of each place.
    f"""CREATE VIEW current_rating AS SELECT * FROM (
        SELECT *, row_number() OVER (PARTITION BY day, time, item, voice {_LATEST}) AS place FROM rating AS r
        WHERE withdrawn = 0 AND (score IS NOT NULL OR reason IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM rating WHERE replaces = r.id)) WHERE place = 1""",
    # An event's place is the chain of its corrections: corrected on two computers at once, it is still one event.
    f"""CREATE VIEW current_event AS SELECT * FROM (
        WITH RECURSIVE chain (id, root) AS (
            SELECT id, id FROM event AS e
            WHERE replaces IS NULL OR NOT EXISTS (SELECT 1 FROM event WHERE id = e.replaces)
            UNION ALL SELECT event.id, chain.root FROM chain JOIN event ON event.replaces = chain.id)
        SELECT e.*, chain.root, row_number() OVER (PARTITION BY chain.root {_LATEST.replace(" id", " e.id")}) AS place
        FROM event AS e JOIN chain ON chain.id = e.id WHERE withdrawn = 0 AND body IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM event WHERE replaces = e.id)) WHERE place = 1""",
    f"""CREATE VIEW current_setting AS SELECT * FROM (
        SELECT *, row_number() OVER (PARTITION BY key {_LATEST}) AS place FROM setting AS s
        WHERE withdrawn = 0 AND value IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM setting WHERE replaces = s.id)) WHERE place = 1""",
)


@migrations()
def version_1(db: Database) -> None:
    """The tables of the first release."""
    tables = [statement for statement in _TABLES.split(";\n") if statement.strip()]
    guards = [guard for table in _FIXED for guard in _guards(table)]
    for statement in (*tables, *guards, *_DIARY_GUARDS, *_INDEXES, *_VIEWS):
        db.execute(statement)


def migrate(connection: sqlite.Connection) -> None:
    """Bring the file to the version of these tables; each step in a transaction of its own."""
    db = Database(connection, execute_plugins=False, recursive_triggers=False)
    migrations.apply(db)
    with db.atomic():
        db.execute("UPDATE diary SET schema = ?", [header.SCHEMA])
        db.execute(f"PRAGMA user_version = {header.SCHEMA:d}")
