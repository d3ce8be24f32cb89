"""Work in a process of its own: what goes in, what comes out, and what is said of what nobody foresaw."""

import subprocess
from datetime import date
from functools import partial

from symtrack import apart, i18n, paths
from symtrack.diary.day import parse_day
from symtrack.diary.period import Period
from symtrack.errors import InputError
from symtrack.report import text
from symtrack.report.blocks import Foot, Head, Words
from symtrack.report.orders import FileOrder, Ready, Source, Summary
from tests.diaries import FIRST, diary

BLOCKS = (
    Head(title="Symptom summary", name="Eva", lines=(), language="en", day=date(2026, 5, 15)),
    Words(heading="Notes", paragraphs=("Slept well.",)),
    Foot(text="Self-reported.", page="", unprintable=""),
)


def done(source: Source) -> subprocess.CompletedProcess[bytes]:
    return ran(FileOrder(source=source, paper="a4", kind=".txt"))


def ran(work: apart.Work) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(apart.command(), input=apart.given(work), capture_output=True, check=False)


def test_what_is_made_apart_is_what_is_made_here() -> None:
    """The same blocks give the same file, wherever it is made."""
    assert apart.made(done(Ready(BLOCKS)).stdout) == text.of(BLOCKS).encode()


def test_the_language_goes_along() -> None:
    """The paper speaks as the window does, with the days and numbers of its country."""
    with i18n.speaking("en_US"):
        said = apart.made(done(summary()).stdout)
    assert isinstance(said, bytes)
    assert "Mar 2, 2026" in said.decode()


def test_what_nobody_foresaw_leaves_no_word_of_the_person_behind() -> None:
    """Neither in what comes out nor in the log, which says where it happened."""
    broken = done(Ready((*BLOCKS, "Slept on the sofa.")))  # type: ignore[arg-type]
    assert broken.returncode == 1
    assert broken.stdout == b""
    log = paths.log_file().read_text(encoding="utf-8")
    assert "orders.py" in log
    for said in (broken.stderr.decode(), log):
        assert "sofa" not in said


def test_a_sentence_for_the_person_comes_back_as_one() -> None:
    """An error of the world is a value, and is told in the page."""
    error = apart.made(ran(partial(parse_day, "yesterday or so")).stdout)
    assert isinstance(error, InputError)
    assert "yesterday or so" in str(error)


def summary() -> Summary:
    drawn = diary("pain 2 3 3 4 5 4 4 8")
    return Summary(diary=drawn, period=Period(FIRST, date.fromordinal(drawn.until)), settings={}, ratings=())
