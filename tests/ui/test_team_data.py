"""A copy of the data, in each kind of file that there is."""

import base64
import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from symtrack.exchange.formats.symtrack_json import FORMAT as JSON
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore, Rows
from symtrack.ui.journal import Journal
from symtrack.ui.team import TeamPage
from symtrack.ui.team.asking import data_kinds, ended
from tests.ui.along_page import SECRET, Place, opened
from tests.ui.conftest import press
from tests.ui.team_page import DAY

K = Qt.Key


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def page(store: DiaryStore, journal: Journal, place: Place, qtbot: QtBot) -> TeamPage:
    return opened(store, journal, place, qtbot)


def test_a_copy_of_the_data_can_be_brought_in_again(
    page: TeamPage, place: Place, store: DiaryStore, tmp_path: Path
) -> None:
    """Every row, and it is said that private things are in it too."""
    place.name = "for the study.json"
    page.paper.part.data_button.setFocus()
    press(K.Key_Return)
    path = place.folder / "for the study.json"
    assert page.paper.part.sentence.splitlines() == [
        f"Saved: {path}",
        "All of the diary is in it. What is marked as private is in it too.",
    ]
    assert SECRET in path.read_text(encoding="utf-8")
    found = JSON.read(Source.of_path(path), DAY)
    assert isinstance(found, Rows)
    with DiaryStore.open(tmp_path / "again.symtrack", create=True) as again:
        again.take(found)
        assert again.events() == store.events()
        assert len(again.ratings(date(2026, 1, 1), DAY)) == 30


def test_everything_goes_along_in_one_file(page: TeamPage, place: Place, store: DiaryStore, qtbot: QtBot) -> None:
    """Two presses, the button and the dialog's own: the diary, which opens, its tables, the paper, and what is what."""
    place.name = "all of it"
    page.paper.part.data_button.setFocus()
    press(K.Key_Return)
    assert place.suggested == "diary 2026-05-15.zip"
    path = place.folder / "all of it.zip"
    qtbot.waitUntil(lambda: page.paper.part.sentence.startswith(f"Saved: {path}"))
    with zipfile.ZipFile(path) as packed:
        packed.extractall(place.folder / "out")
    out = place.folder / "out"
    assert {each.name for each in out.iterdir()} == {
        "read-me.txt",
        "diary.symtrack",
        "diary.json",
        "diary.csv",
        "summary.pdf",
    }
    with DiaryStore.open(out / "diary.symtrack") as along:
        assert along.events() == store.events()
    assert SECRET in (out / "diary.json").read_text(encoding="utf-8")
    assert PdfReader(out / "summary.pdf").pages
    assert "Nobody is watching" in (out / "read-me.txt").read_text(encoding="utf-8")


def test_days_that_end_before_they_begin_keep_no_data_back(page: TeamPage, place: Place, qtbot: QtBot) -> None:
    """They are asked for on the paper; a copy of the data has the usual days beside it."""
    page.paper.part.choices()[0].button("own").click()
    first, last = page.paper.part.own_days()
    last.setDate(QDate(2026, 4, 1))
    first.setDate(QDate(2026, 4, 20))
    place.name = "all of it.zip"
    page.paper.part.data_button.click()
    qtbot.waitUntil(lambda: page.paper.part.sentence.startswith("Saved: "))


def test_a_copy_of_the_data_can_be_a_table(page: TeamPage, place: Place) -> None:
    """The file's name says so; what has no place in a table is counted."""
    place.name = "table.csv"
    page.paper.part.data_button.click()
    with (place.folder / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["day"] for row in csv.DictReader(file)][-1] == "2026-05-15"
    assert "left out" in page.paper.part.sentence


def test_a_copy_of_the_data_for_a_hospital_holds_nothing_private(page: TeamPage, place: Place, qtbot: QtBot) -> None:
    """The ending says so, and the page says what it means; the paper is in it as the doctor would print it."""
    place.name = "for the team.fhir.json"
    page.paper.part.data_button.click()
    path = place.folder / "for the team.fhir.json"
    qtbot.waitUntil(lambda: page.paper.part.sentence.startswith(f"Saved: {path}"))
    assert "The paper is in it. What is marked as private is not in it." in page.paper.part.sentence
    bundle = json.loads(path.read_text(encoding="utf-8"))
    assert bundle["type"] == "transaction"
    assert SECRET not in path.read_text(encoding="utf-8")
    (pdf,) = (
        base64.b64decode(resource["content"][0]["attachment"]["data"])
        for entry in bundle["entry"]
        if (resource := entry["resource"])["resourceType"] == "DocumentReference"
    )
    printed = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages)
    assert "Symptom summary" in printed
    assert SECRET not in printed


@pytest.mark.parametrize(
    ("chosen", "kind", "path"),
    [
        ("a.json", ".fhir.json", "a.fhir.json"),
        ("a.fhir.json", ".json", "a.fhir.json"),
        ("a.json", ".json", "a.json"),
        ("a.csv", ".fhir.json", "a.csv"),
        ("a", ".fhir.json", "a.fhir.json"),
        ("a", "", "a.zip"),
    ],
)
def test_everything_is_never_taken_for_the_hospitals_kind(chosen: str, kind: str, path: str) -> None:
    """A dialog may leave .json where the other kind was chosen: then less goes out, not more."""
    assert ended(chosen, data_kinds(), kind) == path


def test_a_copy_of_the_data_that_can_not_be_written_says_why(page: TeamPage, place: Place) -> None:
    """One sentence in the page."""
    place.name = "gone/table.csv"
    page.paper.part.data_button.click()
    assert page.paper.part.sentence == f"There is no folder {place.folder / 'gone'}."
    assert not page.paper.part.buttons()[1].isVisible()
