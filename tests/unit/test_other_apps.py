"""What is read from the exports of other apps: made by hand, in the columns and words that the apps write."""

import base64
import io
import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, cast

import openpyxl
import pytest

from symtrack.errors import InputError
from symtrack.exchange.foreign.entry import Entry, Remark, Unread
from symtrack.exchange.foreign.reading import read_through
from symtrack.exchange.foreign.suggest import suggestions
from symtrack.exchange.format import Foreign, recognised
from symtrack.exchange.source import Source

FOREIGN = Path(__file__).parents[1] / "data" / "foreign"


def foreign(source: Source) -> Foreign:
    form = recognised(source)
    assert isinstance(form, Foreign)
    return form


def said(source: Source) -> list[tuple[str, str | None, str, str]]:
    """Day, time, subject and value of each entry."""
    return [
        (str(found.day), found.time, found.subject, found.value)
        for found in foreign(source).entries(source, {})
        if isinstance(found, Entry)
    ]


def sure(source: Source) -> dict[str, str]:
    """What is taken without asking, by subject."""
    form = foreign(source)
    offers = suggestions(form, read_through(form, source).survey, {})
    return {subject: offer.choice.target for subject, offer in offers.items() if offer.sure}


def test_loop_is_read_as_folder_zip_or_one_table(tmp_path):
    """Numbers are divided by a thousand; unknown, skipped and filled in by the app is no answer, and 0 is one."""
    expected = [
        ("2025-03-31", None, "Pain", "5"),
        ("2025-03-30", None, "Pain", "3"),
        ("2025-03-28", None, "Pain", "0"),
        ("2025-03-31", None, "Took tablets", "yes"),
        ("2025-03-30", None, "Took tablets", "no"),
    ]
    packed = tmp_path / "loop.zip"
    with zipfile.ZipFile(packed, "w") as made:
        for path in (FOREIGN / "loop").rglob("*.csv"):
            made.write(path, path.relative_to(FOREIGN / "loop"))
    assert said(Source.of_path(FOREIGN / "loop")) == expected
    assert said(Source.of_path(packed)) == expected
    assert sorted(said(Source.of_path(FOREIGN / "loop" / "Checkmarks.csv"))) == sorted(expected)
    assert said(Source.of_path(FOREIGN / "loop-habit-old-checkmarks.csv")) == [
        ("2021-01-04", None, "Pain", "4"),
        ("2021-01-04", None, "Took tablets", "yes"),
        ("2021-01-03", None, "Took tablets", "no"),
        ("2021-01-02", None, "Pain", "6"),
    ]


def test_a_zero_of_loop_that_may_be_no_answer_is_said():
    """Nothing tells a real zero from a day without an answer where the table knows no other word for it."""
    source = Source.of_bytes("Checkmarks.csv", b"Date,Pain,\n2025-03-31,4000,\n2025-03-30,0,\n")
    assert any(isinstance(found, Remark) for found in foreign(source).entries(source, {}))


def test_a_table_of_somebody_that_looks_like_loop_is_none():
    """A comma at the end of each line does not make a number a thousandth."""
    source = Source.of_bytes("mine.csv", b"Date,Pain,\n2025-03-31,4,\n2025-03-30,10,\n")
    assert foreign(source).key == "table"


def test_daylio_is_read_with_scales_and_without():
    """Moods, scales, activities and notes with the times of either clock; a mood is never taken without asking."""
    source = Source.of_path(FOREIGN / "daylio.csv")
    found = said(source)
    assert ("2025-03-31", "20:30", "Pain", "4") in found
    assert ("2025-03-29", "00:05", "Mood", "awful") in found
    assert ("2025-03-30", "21:05", "note", 'A good day\nslept "well", ate a little') in found
    assert sure(source) == {"note": "note"}
    assert ("2021-01-03", "22:10", "Mood", "bad") in said(Source.of_path(FOREIGN / "daylio-old.csv"))


def backup(content: object) -> Source:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("backup.daylio", base64.b64encode(json.dumps(content).encode()))
    return Source.of_bytes("backup.daylio", made.getvalue())


def test_a_backup_of_daylio_tells_the_group_of_a_renamed_mood():
    """Months count from 0 there; the number is the group's, whatever the person calls the mood."""
    source = backup(
        {
            "customMoods": [
                {"id": 1, "custom_name": "", "predefined_name_id": 1, "mood_group_id": 1},
                {"id": 7, "custom_name": "so-so", "predefined_name_id": -1, "mood_group_id": 3},
            ],
            "tags": [{"id": 5, "name": "walk"}],
            "dayEntries": [
                {"year": 2025, "month": 2, "day": 31, "hour": 20, "minute": 5, "mood": 7, "tags": [5, 6], "note": "n"},
                {"year": 2025, "month": 12, "day": 31, "mood": 1},
                {"year": 2025, "month": 0, "day": 1, "mood": 1, "tags": "none"},
            ],
        }
    )
    assert said(source) == [
        ("2025-03-31", "20:05", "Mood", "3"),
        ("2025-03-31", "20:05", "Activities", "walk"),
        ("2025-03-31", "20:05", "note", "n"),
        ("2025-01-01", None, "Mood", "1"),
    ]
    assert sure(source) == {"note": "note"}


@pytest.mark.parametrize("content", [b"not base64 !", base64.b64encode(b"[1]"), base64.b64encode(b"[" * 100_000)])
def test_a_damaged_backup_is_refused_in_a_sentence(content):
    """Neither half a file nor one that is nested without end."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("backup.daylio", content)
    source = Source.of_bytes("given", made.getvalue())
    with pytest.raises(InputError):
        said(source)


def test_bearable_keeps_brackets_in_names_and_its_four_steps():
    """Mild is the first of four steps above none, and not the lowest number of all."""
    source = Source.of_path(FOREIGN / "bearable.csv")
    found = said(source)
    assert ("1st Mar 2025", None, "Nausea", "3") in found
    assert ("2nd Mar 2025", None, "Back (lower) pain", "2") in found
    assert ("11th Mar 2025", None, "Medication", "Paracetamol (500 mg)") in found
    assert sure(source) == {"Nausea": "nausea", "Fatigue": "fatigue"}


RECORD = (
    '<Record type="HKQuantityTypeIdentifier{kind}" sourceName="x" unit="{unit}" '
    'startDate="2025-03-28 20:00:00 +0100" value="{value}"/>'
)


def health(*inside: str, before: str = "") -> Source:
    text = f"{before}<HealthData>{''.join(inside)}</HealthData>"
    return Source.of_bytes("export.xml", text.encode())


def test_apple_health_gives_symptoms_weight_and_temperature():
    """A severity is a word, and one without a strength is left out; what is nothing for a diary is counted."""
    source = Source.of_path(FOREIGN / "apple-health-export.xml")
    assert said(source)[0] == ("2025-03-28", "20:00", "Nausea", "Mild")
    assert sure(source) == {"Nausea": "nausea", "Fatigue": "fatigue"}
    assert sum(isinstance(found, Unread) for found in foreign(source).entries(source, {})) == 1
    weighed = health(
        RECORD.format(kind="BodyMass", unit="lb", value="150.5"),
        RECORD.format(kind="BodyTemperature", unit="degF", value="100.4"),
    )
    assert sure(weighed) == {"Body weight (lb)": "measure.weight", "Body temperature (°F)": "measure.temperature"}


def test_apple_health_is_read_in_bounded_memory():
    """Four megabytes of steps take less than two."""
    record = RECORD.format(kind="StepCount", unit="count", value="1").encode()

    class Long(io.RawIOBase):
        left = 4 << 20

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            if not self.left:
                return b""
            first, self.left = self.left == 4 << 20, max(0, self.left - size)
            piece = record * (size // len(record))
            return b"<HealthData>" + piece if first else piece + (b"" if self.left else b"</HealthData>")

    source = Source("export.xml", 4 << 20, lambda: cast("BinaryIO", Long()))
    tracemalloc.start()
    read = sum(1 for _found in foreign(source).entries(source, {}))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read > 20_000
    assert peak < 2 << 20


def bombs() -> Iterator[Source]:
    entity = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    yield health('<Record type="&b;"/>', before=entity)
    yield health("", before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
    yield health(f'<Record type="{"x" * (9 << 20)}"/>')
    yield health("<a>" * 5000)


@pytest.mark.parametrize("source", list(bombs()), ids=["entity", "file", "endless", "nested"])
def test_xml_that_was_made_to_do_harm_is_refused(source):
    """Entities, files named in it, one value without end, and nesting without end."""
    with pytest.raises(InputError, match=r"damaged|without an end"):
        said(source)


def workbook(*rows: tuple[object, ...]) -> Source:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return Source.of_bytes("diary.xlsx", made.getvalue())


def test_excel_is_read_as_a_table_and_runs_nothing():
    """Days, numbers and words of the first sheet; a formula that nobody worked out stands as text."""
    source = workbook(
        ("Date", "Pain (0-10)", "Notes"),
        (date(2026, 5, 14), 4.0, "slept"),
        (datetime(2026, 5, 15), "=1+1", None),
    )
    assert said(source) == [
        ("2026-05-14", None, "Pain (0-10)", "4"),
        ("2026-05-14", None, "Notes", "slept"),
        ("2026-05-15", None, "Pain (0-10)", "=1+1"),
    ]


def test_a_workbook_that_claims_a_row_without_end_is_refused():
    """One cell a billion rows down is no reason to wait for the rows between."""
    whole = workbook(("Date", "Pain"), ("2026-05-14", 4))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole.whole(1 << 20))) as before, zipfile.ZipFile(made, "w") as after:
        for info in before.infolist():
            content = before.read(info)
            if info.filename.endswith("sheet1.xml"):
                content = content.replace(b'<row r="2"', b'<row r="1999999999"')
            after.writestr(info, content)
    with pytest.raises(InputError):
        said(Source.of_bytes("diary.xlsx", made.getvalue()))


def test_an_old_excel_file_is_named():
    """What can be done is said: save it anew."""
    with pytest.raises(InputError, match=r"\.xlsx"):
        said(Source.of_bytes("diary.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600))
