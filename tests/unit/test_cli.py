"""The command line from inside: which command is called, what becomes of errors, and what an entry means."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from symtrack import paths, rules
from symtrack.cli import points
from symtrack.cli.entries import Entry, of_object, of_pairs
from symtrack.cli.group import COMMANDS
from symtrack.cli.start import main
from symtrack.diary.rows import Event, Rating
from symtrack.errors import InputError, SymtrackError
from symtrack.store.vault import Secret

DAY = date(2026, 5, 14)


class Windows:
    """Instead of a window, the list of diaries that one was opened on."""

    def __init__(self) -> None:
        self.opened: list[Path] = []

    def __call__(self, diary: Path, _secret: Secret | None) -> int:
        self.opened.append(diary)
        return 0


def run(*given: str, window=None) -> int:
    return main(given, window=window or Windows())


@pytest.mark.parametrize(
    ("given", "diary"),
    [((), None), (("mum.symtrack",), "mum.symtrack"), (("-d", "mum"), "mum"), (("--diary=mum",), "mum")],
)
def test_without_a_command_the_window_opens(given, diary):
    """On the usual diary, on the one that is named, and on a file that is given like an argument."""
    window = Windows()
    assert run(*given, window=window) == 0
    assert window.opened == [Path(diary) if diary else paths.default_diary()]


def test_a_window_that_cannot_open_says_why(capsys):
    """One sentence, exit 1."""

    def window(_diary, _secret):
        raise SymtrackError("There is no Qt here.")

    assert run(window=window) == 1
    assert capsys.readouterr().err == "There is no Qt here.\n"


def test_the_help_names_every_command(capsys):
    """What there is can be found."""
    assert run("--help") == 0
    said = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in said] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, capsys):
    """In whole sentences, and every option of its own too."""
    assert run(name, "--help") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Usage: symtrack {name} ")
    assert said.split("Options:")[0].rstrip().endswith(".")
    assert "PARSE" not in said  # What click calls the value of an option whose value nobody named.


@pytest.mark.parametrize(
    "given",
    [
        ("merge",),
        ("nonsense",),
        ("numbers.csv",),
        ("add", "--nope"),
        ("add",),
        ("set",),
        ("import",),
        ("report",),
        ("export",),
        ("demo",),
        ("show", "x"),
        ("info", "--day"),
        ("add", "--event"),
    ],
)
def test_an_unknown_command_or_a_missing_argument_is_exit_2(given, capsys):
    """What is wrong is said on standard error, and nothing on standard output."""
    assert run(*given) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.endswith(".\n") or "--help\n" in shown.err, "Error" in shown.err) == ("", True, False)


def test_an_error_of_our_own_is_a_sentence_and_a_place_in_the_log(capsys):
    """Neither a traceback on the screen, nor what the person wrote in the log."""
    entered = "slept badly"

    def window(_diary, _secret):
        raise RuntimeError(entered)

    assert run(window=window) == 1
    said, logged = capsys.readouterr().err, paths.log_file().read_text()
    assert "Traceback" not in said
    assert str(paths.log_file()) in said
    assert ("RuntimeError" in logged, entered in logged) == (True, False)


def test_an_interruption_is_quiet(capsys):
    """Ctrl+C ends the program, with the exit code that shells know."""

    def window(_diary, _secret):
        raise KeyboardInterrupt

    assert run(window=window) == 130
    assert capsys.readouterr().err == ""


def test_a_cohort_that_is_interrupted_is_quiet_too(tmp_path, monkeypatch, capsys):
    """Ctrl+C in the middle of a file: what reads it ends before the file is closed, and nothing is said."""

    def interrupted(people, work):
        yield work(next(people))
        raise KeyboardInterrupt

    monkeypatch.setattr(points, "for_each", interrupted)
    file = tmp_path / "people.csv"
    file.write_text("person,day,pain\na,2026-05-14,9\nb,2026-05-14,9\n")
    assert run("flags", str(file)) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("given", [("people.csv",), ("-d", "d.symtrack")])
def test_a_day_far_ahead_costs_no_more_than_the_diary(given, tmp_path, monkeypatch, capsys):
    """`--on 9999-12-31` took minutes and gigabytes: days on which there can be nothing are not looked at."""
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text("person,day,pain\na,2020-05-13,9\na,2020-05-14,9\n")
    for day in ("2020-05-13", "2020-05-14"):
        assert run("add", "-d", "d.symtrack", "pain=9", "--day", day) == 0
    lengths = []

    def evaluate(diary):
        lengths.append(diary.until - diary.first)
        return rules.evaluate(diary)

    monkeypatch.setattr(points, "evaluate", evaluate)
    capsys.readouterr()
    told = []
    for day in ("2021-06-01", "9999-12-31"):
        assert run("flags", *given, "--on", day, "--all", "--json") == 0
        told.append(capsys.readouterr().out)
    assert (told[0], max(lengths) < 500) == (told[1], True)
    assert told[0]


def test_the_diary_may_be_named_before_or_after_the_command(tmp_path, capsys):
    """After it wins."""
    first, second = str(tmp_path / "first"), str(tmp_path / "second")
    assert run("-d", first, "add", "pain=3") == 0
    assert run("-d", first, "add", "pain=3", "-d", second) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "second"]


def test_an_entry_becomes_rows_in_the_order_given_the_note_last():
    """Each with the voice, the time, and the name of who typed."""
    entry = of_pairs(Entry(time="15:30", typed_by="Eva", note="slept"), {"nausea": "2", "pain": "declined"})
    common: dict[str, Any] = {"day": DAY, "time": "15:30", "entered_by": "Eva"}
    assert entry.rows(DAY) == [
        Rating(item="nausea", score=2, **common),
        Rating(item="pain", reason="declined", **common),
        Event(kind="note", text="slept", **common),
    ]


def test_the_pairs_of_an_event_are_its_text_and_what_it_holds():
    """In the types that this kind of event has; what is unknown is kept as text."""
    entry = of_pairs(Entry(kind="treatment"), {"text": "FOLFOX", "type": "chemotherapy", "line": "2", "own": "7"})
    assert (entry.text, entry.body) == ("FOLFOX", {"type": "chemotherapy", "line": 2, "own": "7"})


def test_a_line_of_json_says_the_same():
    """Ratings, or an event; what is null is as if it were not there."""
    assert of_object({"day": "2026-05-14", "pain": 7, "by": "caregiver:Eva", "time": None}) == Entry(
        day=DAY, voice="caregiver:Eva", answers={"pain": (7, None)}
    )
    assert of_object({"event": "goal", "item": "pain", "value": 3, "until": "2026-05-14"}) == Entry(
        kind="goal", until=DAY, body={"item": "pain", "value": 3}
    )


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"day": "2026-05-14"},
        {"day": 20260514, "pain": 3},
        {"pain": "7"},
        {"pain": 7.0},
        {"pain": True},
        {"pain": None},
        {"pain": 11},
        {"pain": [7]},
        {"payn": 3},
        {"event": "cicle"},
        {"event": 3},
        {"note": 3},
    ],
)
def test_a_value_of_another_type_is_refused(given):
    """A score is a whole number, and nothing that only looks like one."""
    with pytest.raises(InputError):
        of_object(given)


@pytest.mark.parametrize(
    "entry",
    [
        Entry(answers={"pain": (3, None)}, until=DAY),
        Entry(answers={"pain": (3, None)}, voice="caregiver:Eva", typed_by="Ann"),
        Entry(answers={"pain": (3, None)}, voice="stranger"),
        Entry(answers={"pain": (3, None)}, time="9:30"),
    ],
)
def test_what_does_not_go_together_is_refused(entry):
    """A score over several days, somebody typing for a caregiver, an unknown voice, half a time."""
    with pytest.raises(InputError):
        entry.rows(DAY)
