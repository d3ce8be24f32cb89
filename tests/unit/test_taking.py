"""Taking in another copy's rows: their union, and nobody else's."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from symtrack.diary.record import Diary
from symtrack.diary.rows import Rating
from symtrack.errors import InputError
from symtrack.store import DiaryStore
from symtrack.store.rows import Rows, Values

DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)


def uuid(number: int) -> str:
    return f"01a20b48-78a4-73be-bfdc-{number:012}"


def opened(path: Path, at: datetime = NOON) -> DiaryStore:
    return DiaryStore.open(path, create=True, clock=lambda: at)


def rate(store: DiaryStore, score: int) -> str:
    return store.add(Rating(day=DAY, item="pain", score=score)).ids[0]


def test_an_empty_diary_becomes_a_copy(tmp_path):
    """It has the other's id and rows, and taking twice adds nothing."""
    with opened(tmp_path / "a.symtrack") as a, opened(tmp_path / "b.symtrack") as b:
        rate(a, 6)
        rate(a, 4)
        assert b.take(a.rows())["rating"] == 2
        assert b.take(a.rows())["rating"] == 0
        assert b.rows() == a.rows()


def test_another_persons_diary_is_refused(tmp_path):
    """Two people's diaries are never put together."""
    with opened(tmp_path / "a.symtrack") as a, opened(tmp_path / "b.symtrack") as b:
        rate(a, 6)
        rate(b, 1)
        before = b.rows()
        with pytest.raises(InputError):
            b.take(a.rows())
        assert b.rows() == before


def test_two_corrections_on_two_computers_count_as_one(tmp_path):
    """The later one counts on both, and a further correction is not shadowed by the other."""
    with opened(tmp_path / "a.symtrack") as a, opened(tmp_path / "b.symtrack", NOON + timedelta(hours=1)) as b:
        rate(a, 6)
        b.take(a.rows())
        rate(a, 4)
        rate(b, 5)
        a.take(b.rows())
        b.take(a.rows())
        assert a.rows() == b.rows()
        assert [r.score for r in a.ratings(DAY, DAY)] == [5]
        rate(a, 3)
        assert [r.score for r in a.ratings(DAY, DAY)] == [3]


def test_a_redaction_wins_before_and_after_its_row(tmp_path):
    """What was erased in one copy is gone in every other, whichever comes first."""
    with (
        opened(tmp_path / "a.symtrack") as a,
        opened(tmp_path / "b.symtrack") as b,
        opened(tmp_path / "c.symtrack") as c,
    ):
        target = rate(a, 6)
        b.take(a.rows())
        redaction: Values = {
            "id": "01a20b48-78a4-73be-bfdc-65149b29d1e0",
            "recorded_at": "2026-05-15T10:00:00.000+00:00",
            "target": target,
        }
        erased = Rows(diary=a.id, tables={"redaction": (redaction,)})
        b.take(erased)
        c.take(erased)
        c.take(a.rows())
        for copy in (b, c):
            assert copy.ratings(DAY, DAY) == []
            assert copy.rows().tables["rating"][0]["score"] is None


def test_a_row_that_no_diary_can_hold_leaves_nothing_behind(tmp_path):
    """A score of 11 in another's file: one sentence, and none of its rows."""
    with opened(tmp_path / "a.symtrack") as a, opened(tmp_path / "b.symtrack") as b:
        rate(a, 6)
        rate(a, 7)
        good, bad = a.rows().tables["rating"]
        with pytest.raises(InputError) as refused:
            b.take(Rows(diary=a.id, tables={"rating": (good, bad | {"score": 11})}))
        assert str(bad["id"]) in str(refused.value)
        assert b.ratings(DAY, DAY) == []


def test_rows_that_an_older_program_took_are_kept(tmp_path):
    """A year mistyped as 0206, a name that nobody sees: a copy that has them comes in whole, and is no damaged one."""
    with opened(tmp_path / "a.symtrack") as a:
        rate(a, 6)
        (good,) = a.rows().tables["rating"]
        old = good | {"id": uuid(1), "day": "0206-05-14", "voice": "caregiver:\u200b", "time": "08:00"}
        a.take(Rows(diary=a.id, tables={"rating": (old,)}))
        assert a.findings() == []
        with opened(tmp_path / "b.symtrack") as b:
            assert b.bring_in(a.path).added["rating"] == 2
            assert b.rows() == a.rows()
            assert len(Diary.of(b.columns(), b.events(), until=b.today).series["patient", "pain"].scores) == 1
            b.withdraw(uuid(1))
            assert [rating.score for rating in b.ratings(date.min, date.max)] == [6]
