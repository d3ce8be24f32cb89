"""Several copies of one diary, written on apart and brought together in any order, beside a model in plain Python."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from symtrack.diary.rows import Event, Rating, Row, Setting
from symtrack.errors import InputError
from symtrack.store import DiaryStore
from tests.examples import examples
from tests.plain_diary import PlainDiary, by_id

DAY = date(2020, 5, 14)
NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)
COPIES = st.integers(0, 2)
DAYS = st.integers(0, 1).map(lambda number: DAY + timedelta(days=number))
VOICES = st.sampled_from(["patient", "caregiver:Eva"])
RATINGS = st.builds(
    lambda day, item, time, voice, answer: Rating(day=day, item=item, time=time, voice=voice, **answer),
    DAYS,
    st.sampled_from(["pain", "own.itch"]),
    st.sampled_from([None, "08:00"]),
    VOICES,
    st.sampled_from([{"score": 0}, {"score": 10}, {"reason": "asleep"}]),
)
EVENTS = st.builds(
    lambda kind, day, text, voice: Event(kind=kind, day=day, text=text, voice=voice, private=text == "é"),
    st.sampled_from(["note", "question"]),
    DAYS,
    st.sampled_from(["y", "x", "é"]),
    VOICES,
)
SETTINGS = st.builds(
    lambda key, value: Setting(key=key, value=value), st.sampled_from(["name", "matters"]), st.sampled_from(["x", None])
)


class Copy:
    """One copy of the diary, on a computer with a clock of its own, and what its model says."""

    def __init__(self, path: Path) -> None:
        self.now = NOON
        self.store = DiaryStore.open(path, create=True, clock=self.tick)
        self.model = PlainDiary()

    def tick(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def counting(self) -> tuple[dict[object, str], dict[object, str], dict[object, str]]:
        ratings = self.store.ratings(date.min, date.max)
        return (
            {(row.day.isoformat(), row.time, row.item, row.voice): row.id for row in ratings},
            {row.origin: row.id for row in self.store.events()},
            dict(map(tuple, self.store._connection.execute("SELECT key, id FROM current_setting"))),  # type: ignore[union-attr]
        )


class Merging(RuleBasedStateMachine):
    """Three computers, of which the second and third begin with an empty diary."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.copies = [Copy(Path(self.folder.name, name)) for name in "abc"]
        self.copies[0].store.add(Setting(key="name", value="Eva"))
        self.known(0)
        for other in (1, 2):
            self.merge(other, 0, by_path=True)

    def known(self, copy: int) -> None:
        """What was written there by hand changed or lost no row."""
        each = self.copies[copy]
        assert each.model.learn(each.store.rows()) == []

    def write(self, copy: int, *given: Row) -> tuple[str, ...]:
        ids = self.copies[copy].store.add(*given).ids
        self.known(copy)
        return ids

    @rule(copy=COPIES, given=st.lists(RATINGS | SETTINGS | EVENTS, min_size=1, max_size=3))
    def add(self, copy: int, given: list[Row]) -> None:
        """What was written last counts, however the clock stands; the same action taken back leaves what was there."""
        ids = self.write(copy, *given)
        counting = {id_ for places in self.copies[copy].counting() for id_ in places.values()}
        assert ids[-1] in counting

    @rule(copy=COPIES, given=st.lists(RATINGS | SETTINGS | EVENTS, min_size=1, max_size=3))
    def add_and_take_back(self, copy: int, given: list[Row]) -> None:
        """Everything says what it said before, whatever stood in those places."""
        before = self.says(copy)
        self.write(copy, *given)
        self.copies[copy].store.undo()
        self.known(copy)
        assert self.says(copy) == before

    def says(self, copy: int) -> object:
        store = self.copies[copy].store
        ratings = [(r.day, r.time, r.item, r.voice, r.score, r.reason) for r in store.ratings(date.min, date.max)]
        events = sorted((e.origin, e.kind, e.day, e.text or "") for e in store.events())
        return sorted(ratings, key=repr), events, store.settings()

    @rule(copy=COPIES, data=st.data(), event=EVENTS)
    def correct(self, copy: int, data: st.DataObject, event: Event) -> None:
        """The correction counts, and no other wording of the same event does."""
        events = self.copies[copy].model.events()
        if events:
            origin, id_ = data.draw(st.sampled_from(sorted(events.items(), key=repr)))
            corrected = Event(kind=event.kind, day=event.day, text=event.text, voice=event.voice, replaces=id_)
            assert self.write(copy, corrected)[0] == self.copies[copy].counting()[1][origin]

    @rule(copy=COPIES, data=st.data())
    def withdraw(self, copy: int, data: st.DataObject) -> None:
        """Nothing is left in its place."""
        each = self.copies[copy]
        places = {**each.model.ratings(), **each.model.events()}
        if places:
            place, id_ = data.draw(st.sampled_from(sorted(places.items(), key=repr)))
            each.store.withdraw(id_)
            self.known(copy)
            assert all(place not in counting for counting in each.counting()[:2])

    @rule(copy=COPIES, data=st.data())
    def undo(self, copy: int, data: st.DataObject) -> None:
        actions = sorted(
            {str(row["action"]) for _table, row in self.copies[copy].model.rows.values() if "action" in row}
        )
        with suppress(InputError):
            self.copies[copy].store.undo(data.draw(st.sampled_from([None, *actions])))
        self.known(copy)

    @rule(copy=COPIES, data=st.data())
    def erase(self, copy: int, data: st.DataObject) -> None:
        each = self.copies[copy]
        ids = sorted({**each.model.ratings(), **each.model.events()}.values())
        if ids:
            each.store.erase(data.draw(st.sampled_from(ids)))
            self.known(copy)

    @rule(copy=COPIES, hours=st.sampled_from([-9000, -30, -1, 1, 30]))
    def set_the_clock(self, copy: int, hours: int) -> None:
        self.copies[copy].now += timedelta(hours=hours)

    @rule(copy=COPIES, other=COPIES, by_path=st.booleans())
    def merge(self, copy: int, other: int, *, by_path: bool) -> None:
        if copy == other:
            return
        mine, theirs = self.copies[copy], self.copies[other]
        before = len(mine.model.rows)
        mine.model.merge(theirs.model.rows)
        came = mine.store.bring_in(theirs.store.path).added if by_path else mine.store.take(theirs.store.rows())
        assert sum(came.values()) == len(mine.model.rows) - before
        assert by_id(mine.store.rows()) == mine.model.rows
        assert not any(mine.store.take(theirs.store.rows()).values())

    @invariant()
    def what_counts_is_what_the_model_says(self) -> None:
        for each in getattr(self, "copies", ()):
            assert each.counting() == (each.model.ratings(), each.model.events(), each.model.settings())

    def teardown(self) -> None:
        if hasattr(self, "copies"):
            self.any_order_gives_the_same()
            for each in self.copies:
                assert each.store.findings() == []
                each.store.close()
            self.folder.cleanup()

    def any_order_gives_the_same(self) -> None:
        rows = [each.store.rows() for each in self.copies]
        unions = []
        for number, order in enumerate(((0, 1, 2), (2, 1, 0), (1, 0, 2, 1))):
            with DiaryStore.open(Path(self.folder.name, f"union {number}"), create=True) as union:
                for copy in order:
                    union.take(rows[copy])
                unions.append((union.rows(), union.ratings(date.min, date.max), union.events(), union.settings()))
        assert unions[0] == unions[1] == unions[2]
        for each in self.copies:
            for found in rows:
                each.store.take(found)
        assert {by_id(each.store.rows()) == by_id(unions[0][0]) for each in self.copies} == {True}


TestMerging = Merging.TestCase
TestMerging.settings = settings(
    max_examples=examples(0.25),
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
