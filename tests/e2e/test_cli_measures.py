"""Spells and measurements with the installed command: typed as they were read, shown, taken out and in again."""

from pathlib import Path

import pytest

from tests.e2e.command import done, objects, refused, symtrack

DAY = ("--day", "2026-05-14")


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary.symtrack"


def measure(diary: Path, *given: str) -> tuple[str, ...]:
    return ("add", "-d", str(diary), "--event", "measurement", *given, *DAY)


def test_a_measurement_is_kept_in_one_unit_and_said_in_the_one_that_was_typed(diary: Path) -> None:
    """101.3 °F is kept as 38.5 °C, which is said beside the result; show has the words that the window has."""
    added = symtrack(*measure(diary, "what=temperature", "value=101.3", "unit=F", "--time", "08:10"))
    assert added.stderr.decode() == "101.3 °F is kept as 38.5 °C.\n"
    done(*measure(diary, "what=weight", "value=68,2 kg"))
    done(*measure(diary, "what=bowels", "value=0"))
    (day,) = objects(done("show", "-d", diary, "--json"))
    assert [event["body"] for event in day["events"]] == [
        {"what": "weight", "value": 68.2, "unit": "kg"},
        {"what": "bowels", "value": 0},
        {"what": "temperature", "value": 38.5, "unit": "F"},
    ]
    shown = done("show", "-d", diary)
    assert [line.strip() for line in shown.splitlines()[2:]] == [
        "Weight: 68.2 kg",
        "No bowel movement",
        "Temperature: 101.3 °F, at 08:10",
    ]


def test_a_slip_is_refused_in_one_sentence_and_leaves_no_file(diary: Path) -> None:
    """101.3 without its unit is no °C."""
    said = refused(*measure(diary, "what=temperature", "value=101.3"))
    assert "101.3 °C can’t be right" in said
    assert not diary.exists()


def test_a_spell_has_its_end_its_places_and_comes_back_from_a_copy(diary: Path, tmp_path: Path) -> None:
    """Several places with a comma between them; a time that is none is refused; undo takes it back."""
    spell = ("add", "-d", diary, "--event", "episode", "item=pain", "worst=8", "places=lower_back,my scar")
    assert "ended" in refused(*spell, "ended=25:00", *DAY)
    done(*spell, "ended=14:40", "helped=warm bath", "--time", "14:10", *DAY)
    words = "Sudden bad pain 14:10 to 14:40, worst 8, lower back, my scar; helped: warm bath"
    assert words in done("show", "-d", diary)
    copy = tmp_path / "copy.json"
    done("export", "-d", diary, "--format", "json", "-o", copy)
    done("import", "-d", tmp_path / "other", copy)
    assert words in done("show", "-d", tmp_path / "other")
    report = tmp_path / "paper.txt"
    done("report", "-d", diary, "-o", report, "--from", "2026-05-08", "--to", "2026-05-14")
    assert "Sudden bad pain: 1 time on 1 day, worst 8" in report.read_text(encoding="utf-8")
    done("undo", "-d", diary)
    assert "Sudden" not in done("show", "-d", diary)


def test_a_stream_takes_measurements_as_they_were_read(diary: Path) -> None:
    """Each line with its own unit; a slip is named with its line, and the rest go on."""
    lines = (
        '{"event": "measurement", "day": "2026-05-14", "what": "weight", "value": 150, "unit": "lb"}\n'
        '{"event": "measurement", "day": "2026-05-14", "what": "temperature", "value": 382}\n'
        '{"event": "measurement", "day": "2026-05-14", "what": "vomiting", "value": 2}\n'
    )
    called = symtrack("add", "-d", diary, "--jsonl", "-", stdin=lines.encode())
    assert called.returncode == 1
    assert [line.split(":")[0] for line in called.stderr.decode().splitlines()] == ["Line 1", "Line 2"]
    (day,) = objects(done("show", "-d", diary, "--json"))
    assert [event["body"]["value"] for event in day["events"]] == [68.039, 2]
