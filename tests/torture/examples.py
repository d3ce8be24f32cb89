"""Real files of every format, small and the same each time, for what is done to them afterwards."""

import base64
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl

from symtrack.exchange import everything
from symtrack.exchange.format import every_format, writers
from symtrack.sample.entry import Entry
from symtrack.sample.keyed import keyed
from symtrack.store import DiaryStore
from tests import fhir_diary
from tests.foreign import FILES

Examples = Mapping[str, list[bytes]]
"""Files of each format, by its key."""

NOON = fhir_diary.NOON
_WIDE = (
    "Date;Pain (0-10);Energy;Weight (kg);Notes\n03.04.2025;7;2;64,2;slept\n04.04.2025;x;1;;=1+1\n5.4.2025;3,5;5;64,0;\n"
)
_LONG = (
    "Date,Symptom,Severity,Comment\n03/04/2025 20:15,Pain,7,after\n04/04/2025 00:10,Itching,2,\n25/04/2025,Pain,1,\n"
)
_DAYLIO: Mapping[str, object] = {
    "customMoods": [{"id": 7, "custom_name": "so-so", "predefined_name_id": -1, "mood_group_id": 3}],
    "tags": [{"id": 5, "name": "walk"}],
    "dayEntries": [
        {"year": 2025, "month": 2, "day": 31, "hour": 20, "minute": 5, "mood": 7, "tags": [5, 6], "note": "n"},
        {"year": 2025, "month": 0, "day": 1, "hour": 0, "minute": 5, "mood": 1, "tags": [], "note_title": "t"},
    ],
}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip with these files, the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The files within a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def every(place: Path) -> Examples:
    """Files of each format, by its key; `place` is a folder to write a diary in."""
    stored = _stored()
    loop = {path.relative_to(FILES / "loop").as_posix(): path.read_bytes() for path in sorted(FILES.rglob("*/*.csv"))}
    (health,) = stored["apple-health"]
    ours = _ours(place)
    made = {
        "table": [_WIDE.encode(), _LONG.encode(), _WIDE.encode("utf-16")],
        "loop-habit": [zipped(loop), loop["Checkmarks.csv"]],
        "daylio-backup": [zipped({"backup.daylio": base64.b64encode(json.dumps(_DAYLIO).encode())})],
        "apple-health": [zipped({"apple_health_export/export.xml": health})],
        "excel": [_workbook()],
        "fhir": [ours["fhir"]],
        "fhir-foreign": [_foreign_bundle()],
        "csv": [ours["csv"]],
        "json": [ours["json"], zipped({everything.DIARY: b"SQLite format 3", everything.JSON: ours["json"]})],
    }
    return {key: [*stored.get(key, ()), *made.get(key, ())] for key in sorted({*stored, *made})}


def _stored() -> Examples:
    """The files in tests/data/foreign: each begins with the key of its format, as daylio-old.csv does."""
    keys = sorted((form.key for form in every_format()), key=len, reverse=True)
    found: dict[str, list[bytes]] = {}
    for path in sorted(path for path in FILES.iterdir() if path.is_file()):
        of = next((key for key in keys if f"{path.stem}-".startswith(f"{key}-")), None)
        assert of, f"{path.name} does not begin with the key of a format: {', '.join(keys)}"
        found.setdefault(of, []).append(path.read_bytes())
    return found


def _ours(place: Path) -> dict[str, bytes]:
    """A diary with all there is, as each of our own formats; with the same ids each time."""
    rows = [*fhir_diary.answers(), *fhir_diary.events(), *fhir_diary.settings()]
    parts = [rows[at : at + 9] for at in range(0, len(rows), 9)]
    entries = [Entry(moment=NOON + timedelta(minutes=at), rows=tuple(part)) for at, part in enumerate(parts)]
    with DiaryStore.open(place / "example.symtrack", create=True, clock=lambda: NOON + timedelta(days=1)) as store:
        store.take(keyed(entries, 1))
        return {key: "".join(writer.write(store, None, None)).encode() for key, writer in writers().items()}


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (
        ("Date", "Pain (0-10)", "Notes"),
        (datetime(2025, 4, 3), 4.0, "slept"),
        (datetime(2025, 4, 4), 7, "=1"),
    ):
        book.active.append(row)
    book.create_sheet("other").append(("Date", "x"))
    made = io.BytesIO()
    book.save(made)
    return zipped(unzipped(made.getvalue()) | {"docProps/core.xml": b"<a/>"})


def _foreign_bundle() -> bytes:
    def observed(number: int, code: str, **value: object) -> dict[str, object]:
        resource = {
            "resourceType": "Observation",
            "id": str(number),
            "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": code, "display": f"code {code}"}]},
            "subject": {"reference": "Patient/1"},
            "effectiveDateTime": f"2025-04-0{number}T20:15:00+02:00",
            **value,
        }
        return {"resource": resource}

    entries = [
        {"resource": {"resourceType": "Patient", "id": "1"}},
        observed(3, "72514-3", valueInteger=7, note=[{"text": "after"}]),
        observed(4, "29463-7", valueQuantity={"value": 64.2, "unit": "kg", "code": "kg"}),
        observed(5, "1", valueCodeableConcept={"text": "mild"}),
        {"resource": {"resourceType": "Condition", "id": "9"}},
    ]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()
