"""Medicines and doses at the command line: kept, shown, carried to another diary, corrected and taken back."""

import json
from pathlib import Path

import pytest

from tests.e2e.command import done, made_once, objects, refused

DAY = "2026-05-14"
LISTED = {"strength": "10 mg", "when": "needed", "limit": "Up to 6 in 24 hours"}


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A medicine, a dose with what it did, one that was skipped, one of which nobody knows, and a change."""
    return made_once(tmp_path / "diary.symtrack", make)


def make(kept: Path) -> None:
    done("set", f"medicine.Morphine={json.dumps(LISTED)}", "-d", kept)
    dose = ("add", "--event", "dose", "--day", DAY, "-d", kept, "medicine=Morphine")
    done(*dose, "--time", "18:10", "text=10 mg", "for=pain", "before=7", "after=3", "after_minutes=45")
    done(*dose, "taken=skipped", "part=morning", "when=regular")
    done(*dose, "taken=unknown", "part=evening", "when=regular")
    done("add", "--event", "change", "--day", DAY, "-d", kept, "medicine=Morphine", "from=10 mg", "to=20 mg")


def test_show_says_what_was_taken_skipped_and_not_known(diary: Path) -> None:
    """Three things, and the change, in words."""
    shown = done("show", "-d", diary)
    for words in (
        "18:10 Dose: Morphine, 10 mg. Pain 7 → 3 after 45 minutes",
        "Dose not taken: Morphine, in the morning",
        "Not known whether it was taken: Morphine, in the evening",
        "Morphine: 10 mg → 20 mg",
    ):
        assert words in shown


def test_another_diary_has_them_to_the_byte(diary: Path, tmp_path: Path) -> None:
    """Through JSON, and by merging; the list too."""
    exported = tmp_path / "all.json"
    exported.write_text(done("export", "--format", "json", "-d", diary), encoding="utf-8")
    for name, how in (("imported", ("import", exported)), ("merged", ("merge", diary))):
        other = tmp_path / f"{name}.symtrack"
        done(*how, "-d", other)
        assert done("export", "--format", "json", "-d", other) == exported.read_text(encoding="utf-8")


def test_a_table_carries_the_doses_when_needed_alone(diary: Path) -> None:
    """What was skipped, not known or regular would be read as an extra dose."""
    assert done("export", "--format", "csv", "-d", diary).count("dose:Morphine") == 1


def test_the_last_entry_is_taken_back(diary: Path) -> None:
    """A dose and a change are undone like any answer."""
    done("undo", "-d", diary)
    done("undo", "-d", diary)
    (day,) = objects(done("show", "--json", "-d", diary))
    assert [event["body"].get("taken") for event in day["events"]] == ["skipped", None]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("set", 'medicine.Morphine={"when": "often"}'), "There are: needed, regular."),
        (("set", 'medicine.Morphine={"strength": '), "is written as JSON"),
        (("add", "--event", "dose", "medicine=Morphine", "taken=perhaps"), "It is one of: yes, skipped, unknown."),
        (("add", "--event", "dose", "taken=yes"), "needs “medicine”."),
        (("add", "--event", "dose", "medicine=Morphine", "before=11"), "“11” can’t be the “before”"),
    ],
)
def test_what_can_not_be_is_refused_in_one_sentence(given: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    """It says what can be, and no file is made."""
    nowhere = tmp_path / "none.symtrack"
    assert sentence in refused(*given, "-d", nowhere)
    assert not nowhere.exists()
