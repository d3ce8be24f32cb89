"""`symtrack mark` does what the card's buttons do."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from symtrack.cli.start import main
from symtrack.diary.record import Diary
from symtrack.diary.rows import Event, Rating
from symtrack.rules import evaluate
from symtrack.store import DiaryStore


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary.symtrack"
    with DiaryStore.open(path, create=True) as store:
        store.add(*(Rating(day=store.today - timedelta(days=k), item="pain", score=7) for k in range(3)))
    return path


def run(*given: object) -> int:
    return main([str(each) for each in given], window=lambda _path, _secret: 0)


def marked(path: Path) -> tuple[date, list[object]]:
    """Today, and what the flag of severe days says of its marks."""
    with DiaryStore.open(path) as store:
        flags = evaluate(Diary.of(store.columns(), store.events(), until=store.today))
        (flag,) = [flag for flag in flags if flag.rule == "severe-days"]
        return store.today, [flag.quiet_until, flag.settled_until, flag.on_screen(store.today)]


def raised(path: Path) -> date:
    with DiaryStore.open(path) as store:
        return store.today - timedelta(days=1)


@pytest.mark.parametrize(
    ("how", "quiet", "settled"),
    [("known", 14, None), ("later", 0, None), ("talked", None, 14)],
)
def test_mark_acts_from_today(diary, capsys, how, quiet, settled):
    """The point is off the screen, for as long as that answer keeps it off."""
    assert marked(diary)[1] == [None, None, True]
    assert run("mark", "severe-days", "pain", "--raised", raised(diary), "--as", how, "-d", diary) == 0
    said = json.loads(capsys.readouterr().out)
    today, (known, dealt, on_screen) = marked(diary)
    assert (len(said["saved"]), said["day"]) == (1, today.isoformat())
    assert known == (None if quiet is None else today + timedelta(days=quiet))
    assert dealt == (None if settled is None else today + timedelta(days=settled))
    assert not on_screen


def test_on_the_list_it_waits_for_the_visit(diary):
    """Put on the list, it is off the screen for as long as it goes on."""
    assert run("mark", "severe-days", "pain", "--raised", raised(diary), "--as", "listed", "-d", diary) == 0
    assert marked(diary)[1] == [None, date.max, False]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("severe-day", "pain", "--raised", "2026-05-14", "--as", "known"), "severe-days"),
        (("severe-days", "pian", "--raised", "2026-05-14", "--as", "known"), "pain"),
        (("severe-days", "pain", "--raised", "2026-05-14", "--as", "shown"), "listed"),
        (("severe-days", "pain", "--raised", "14 May", "--as", "known"), "14 May"),
        (("severe-days", "pain", "--raised", "2020-05-14", "--as", "known"), "14 May 2020"),
        (("severe-days", "nausea", "--raised", "2026-05-14", "--as", "known"), "no such point"),
        (("severe-days", "pain", "--raised", "2026-05-14", "--as", "known", "--voice", "Ana"), "Ana"),
    ],
)
def test_what_cannot_be_marked_is_one_sentence(diary, capsys, given, said):
    """A wrong word, or a point that there is not, changes nothing and says which."""
    assert run("mark", *given, "-d", diary) == 1
    shown = capsys.readouterr()
    assert (shown.out, len(shown.err.splitlines()), said in shown.err) == ("", 1, True)
    assert marked(diary)[1] == [None, None, True]


@pytest.mark.parametrize("given", [(), ("severe-days",), ("severe-days", "pain", "--raised", "2026-05-14")])
def test_without_what_it_needs_it_is_exit_2(diary, given):
    """The rule, the day and the way are needed."""
    assert run("mark", *given, "-d", diary) == 2


def test_one_medicine_is_not_another(tmp_path: Path) -> None:
    """Doses of two medicines went up: saying that the team knows of one leaves the other on the screen."""
    path = tmp_path / "doses.symtrack"
    with DiaryStore.open(path, create=True) as store:
        for medicine in ("Morphine", "Lorazepam"):
            dose = {"medicine": medicine, "when": "needed", "taken": "yes"}
            store.add(
                *(
                    Event(kind="dose", day=store.today - timedelta(days=k), body=dose)
                    for k in range(35)
                    for _time in range(3 if k < 7 else 1)
                )
            )
        today = store.today.isoformat()
    mark = ("mark", "more-doses", "--raised", today, "--as", "known", "-d", path)
    assert run(*mark, "--medicine", "Oxycodone") != 0
    assert run(*mark, "--medicine", "Morphine") == 0
    with DiaryStore.open(path) as store:
        flags = evaluate(Diary.of(store.columns(), store.events(), until=store.today))
        shown = {flag.names["medicine"]: flag.on_screen(store.today) for flag in flags if flag.rule == "more-doses"}
    assert shown == {"Morphine": False, "Lorazepam": True}
    assert [flag.named["medicine"] for flag in flags if flag.rule == "more-doses"] == ["Lorazepam", "Morphine"]
