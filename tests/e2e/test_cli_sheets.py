"""The sheets from the installed command: a hand-off read back from its PDF, and what is refused."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore
from tests.e2e.command import done, made_once, refused, symtrack


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A bad evening, entered through the command."""
    return made_once(tmp_path / "diary.symtrack", make)


def make(path: Path) -> None:
    team = '[{"who": "Night nurse", "numbers": [{"number": "01632 960 222"}]}]'
    done("set", "-d", path, "name=Eva Brandt", f"team={team}", "day-start=00:00")
    done("add", "-d", path, "pain=8", "nausea=unwell", "--note", "Afraid of the night.")
    dose = ("medicine=Morphine", "when=needed", "taken=yes", "for=pain", "before=7", "after=3", "after_minutes=45")
    done("add", "-d", path, "--event", "dose", *dose, "text=10 mg", "--time", "00:05")
    done("add", "-d", path, "--event", "episode", "item=pain", "worst=9", "helped=a warm bath", "--time", "00:01")
    done("add", "-d", path, "--event", "call", "whom=Night nurse", "said=come in tomorrow", "--time", "00:10")


def printed(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_hand_off_is_read_back_from_its_pdf(diary: Path, tmp_path: Path) -> None:
    """Everything of the evening stands on one page: for who comes next."""
    path = tmp_path / "hand-off.pdf"
    done("paper", "-d", diary, "-o", path, "--kind", "handoff", "--paper", "letter")
    assert len(PdfReader(path).pages) == 1
    said = printed(path)
    for words in (
        "Eva Brandt",
        "Pain 8",
        "too unwell to answer",
        "Today 00:05 Morphine, 10 mg Pain 7 → 3 after 45 minutes",
        "worst 9; helped: a warm bath",
        "Call to Night nurse: come in tomorrow",
        "Afraid of the night.",
        "01632 960 222",
    ):
        assert words in said


def test_the_blank_week_is_what_paper_makes_and_the_call_sheet_has_the_numbers(diary: Path, tmp_path: Path) -> None:
    """Without --kind it is the week, with --from its days; the call sheet says when it was made."""
    week, calls, message = (tmp_path / name for name in ("week.pdf", "calls.pdf", "calls.txt"))
    done("paper", "-d", diary, "-o", week, "--from", "2026-05-11")
    assert "My week" in printed(week)
    assert "Mon 11" in printed(week)
    for path in (calls, message):
        done("paper", "-d", diary, "-o", path, "--kind", "calls")
    assert "01632 960 222" in printed(calls)
    assert "This sheet grows old" in printed(calls)
    assert "01632 960 222: Night nurse · day and night" in message.read_text(encoding="utf-8")


def test_what_is_private_stays_off_unless_it_is_asked_for(diary: Path, tmp_path: Path) -> None:
    """--private puts it on."""
    path = tmp_path / "hand-off.pdf"
    with DiaryStore.open(diary) as store:
        store.add(Event(kind="note", day=store.today, text="between us", private=True))
    for more, there in (((), False), (("--private",), True)):
        done("paper", "-d", diary, "-o", path, "--kind", "handoff", *more)
        assert ("between us" in printed(path)) is there


def test_a_sheet_that_can_not_be_made_leaves_nothing(diary: Path, tmp_path: Path) -> None:
    """One sentence, no file: another kind, another name, a day for a sheet that has none, a diary that is not there."""
    path = tmp_path / "sheet.pdf"
    refused("paper", "-d", diary, "-o", path, "--kind", "fridge")
    refused("paper", "-d", diary, "-o", tmp_path / "sheet.docx")
    refused("paper", "-d", diary, "-o", path, "--kind", "calls", "--from", "2026-05-11")
    refused("paper", "-d", diary, "-o", path, "--from", "2026-02-30")
    refused("paper", "-d", diary, "-o", diary)
    refused("paper", "-d", diary, "-o", tmp_path / "nowhere" / "sheet.pdf")
    refused("paper", "-d", tmp_path / "none.symtrack", "-o", path)
    assert symtrack("paper", "-d", diary).returncode == 2
    assert not path.exists()
