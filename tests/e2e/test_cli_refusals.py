"""Bad input at the installed command: one sentence, the right exit code, and no diary that was touched."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.e2e.command import done, refused, symtrack


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary.symtrack"


@pytest.mark.parametrize(
    "given",
    [
        ("add", "pain=11"),
        ("add", "pain=3", "--day", "2026-02-30"),
        ("add", "pain=3", "--by", "stranger"),
        ("add", "pain=3", "--time", "25:00"),
        ("add", "pain=07"),
        ("add", "pain=3", "--by", ""),
        ("add", "pain=3", "--by", "caregiver:a\nb"),
        ("add", "pain=3", "--by", "caregiver:a\x07b"),
        ("add", "own.a\nb=3"),
        ("add", "pain=3", "pain=4"),
        ("add", "--event", "goal", "item=pain", "value=٣"),
        ("add", "--event", "goal", "item=pain", "value=+7"),
        ("add", "--event", "goal", "item=pain", "value=1_0"),
        ("add", "--event", "dose", "medicine=m", "for=mood"),
        ("add", "--event", "flagmark", "rule=severe-days", "items=pain", "voice=patient", "raised=x", "as=known"),
        ("add", "--event", "flagmark", "rule=severe-days", "items=pain", "voice=x", "raised=2026-05-14", "as=known"),
        ("add", "pain"),
        ("add", "--event", "goal", "item=pain", "value=11"),
        ("add", "--event", "measurement", "what=weight", "value=nan"),
        ("set", "day-start=25:00"),
        ("set", "team=[NaN]"),
        ("set", 'team=["\\ud800"]'),
        ("set", 'teamlist={"a": "\\u0000"}'),
        ("set", "team=" + "[" * 5000),
        ("demo", "--days", "0"),
        ("demo", "--seed", "x"),
        ("demo", "--until", "2026-02-30"),
        ("import", "missing.csv"),
        ("import", "."),
        ("show",),
        ("info",),
        ("flags",),
        ("undo",),
        ("export", "--format", "csv"),
        ("export", "--format", "fhir"),
        ("report", "-o", "summary.pdf"),
        ("report", "-o", "summary.docx"),
        ("report", "-o", "summary.pdf", "--paper", "a5"),
        ("report", "-o", "summary.pdf", "--language", "xx"),
    ],
    ids=lambda given: repr(" ".join(given))[:60],
)
def test_a_bad_value_is_one_sentence_and_makes_no_file(given: tuple[str, ...], diary: Path) -> None:
    """Exit 1, nothing on standard output, no traceback, and no diary where none was."""
    refused(*given, "-d", diary)
    assert list(diary.parent.iterdir()) == []


def test_bad_input_leaves_a_diary_as_it_was(diary: Path) -> None:
    """Byte for byte; and a misspelt item comes with the one that was meant."""
    done("add", "-d", diary, "pain=3", "--day", "2026-05-14")
    before = diary.read_bytes()
    ahead = date.today() + timedelta(days=2)
    assert "“pain”" in refused("add", "-d", diary, "payn=3")
    refused("add", "-d", diary, "pain=3", "--day", ahead)
    refused("demo", "-d", diary)
    refused("export", "-d", diary, "--format", "json", "-o", diary)
    assert diary.read_bytes() == before


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + b"\0" * 4000, b"hello\n" * 900, b""])
def test_what_is_no_diary_is_named_and_left_alone(content: bytes, diary: Path) -> None:
    """A picture, a text, an empty file: neither read nor written."""
    diary.write_bytes(content)
    refused("show", "-d", diary)
    refused("add", "-d", diary, "pain=3")
    assert diary.read_bytes() == content


def test_an_empty_name_is_not_the_usual_diary(tmp_path: Path) -> None:
    """A script whose variable is empty must not write into somebody's own diary."""
    usual = tmp_path / "usual.symtrack"
    called = symtrack("add", "-d", "", "pain=3", SYMTRACK_DIARY=str(usual))
    assert (called.returncode, usual.exists()) == (1, False)


@pytest.mark.parametrize(
    "line",
    [
        '{"event": "goal", "item": "pain", "value": 7.0}',
        '{"event": "visit", "with": "a\\u0000b"}',
        '{"event": "other", "nested": %s}' % ("[" * 500 + "]" * 500),
        '{"pain": 3, "by": ""}',
    ],
    ids=["a decimal", "a character of no text", "lists without end", "nobody"],
)
def test_a_line_that_could_not_be_brought_in_again_is_refused(line: str, diary: Path) -> None:
    """What `add` takes, `export` and `import` give back; so it takes nothing else."""
    called = symtrack("add", "--jsonl", "-", "-d", diary, stdin=line.encode())
    assert (called.returncode, called.stdout, diary.exists()) == (1, b"", False)


def test_a_summary_at_the_beginning_of_the_calendar_is_written(diary: Path, tmp_path: Path) -> None:
    """There are no twelve weeks before it, so it is about fewer days."""
    done("add", "-d", diary, "pain=3", "--day", "2026-05-14")
    done("report", "-d", diary, "-o", tmp_path / "summary.pdf", "--to", "0001-01-01")
    assert (tmp_path / "summary.pdf").exists()


def test_a_folder_is_no_diary(tmp_path: Path) -> None:
    """It is said, and nothing is put into it."""
    assert "folder" in refused("show", "-d", tmp_path)
    refused("add", "-d", tmp_path, "pain=3")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_command_or_option_is_exit_2() -> None:
    """A script can tell a mistake in itself from a mistake in the data."""
    for given in (("nonsense",), ("add", "--nope"), ("add",), ("export",), ("fax", "x")):
        called = symtrack(*given)
        assert (called.returncode, called.stdout) == (2, b"")
    assert "No such command “nonsense”.".encode() in symtrack("nonsense").stderr
