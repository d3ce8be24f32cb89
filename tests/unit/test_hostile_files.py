"""Files that were made, or damaged, to do harm: one sentence each, in bounded time, and nothing is brought in."""

import base64
import io
import json
import os
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from symtrack.errors import InputError
from symtrack.exchange.format import every_format, recognised
from symtrack.exchange.source import MOST_MEMBERS, Source
from tests.foreign import read
from tests.torture import examples
from tests.torture.examples import Examples
from tests.torture.strangers import Strangers, made

CASES = 150


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strangers]:
    """Takes hostile files on their way into a diary."""
    taking = Strangers(tmp_path_factory.mktemp("strangers"))
    yield taking
    taking.close()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Examples:
    """Files of every format."""
    return examples.every(tmp_path_factory.mktemp("examples"))


def test_hostile_files_are_made_for_every_format(real):
    """A reader that was forgotten there would be tried by its first hostile file in somebody’s diary."""
    without = {form.key for form in every_format()} - set(real)
    assert not without, f"A small file goes into tests/data/foreign, named after the key: {', '.join(sorted(without))}"


def test_every_example_is_known_for_what_it_is(real):
    """A format that takes another app's file for its own would read that with the wrong scale."""
    taken = {key: {recognised(Source.of_bytes("given", content)).key for content in real[key]} for key in real}
    assert taken == {key: {key} for key in real}


@settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_whatever_is_in_a_file_it_is_brought_in_whole_or_refused_in_a_sentence(strangers, real, chance):
    """Real files of every format with anything done to them, read and tried; `make torture` has a hundred thousand."""
    strangers.take(chance, made(real, chance))


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"\xff\xfe\0", b"Date,Pain\n2025-04-03," + b"9" * 5000])
def test_what_is_nearly_nothing_is_more_than_a_sentence_to_nobody(strangers, content):
    """Files that end before they begin."""
    strangers.take(Random(0), content)


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in files.items():
            whole.writestr(name, content)
    return made.getvalue()


def bundle(moment: str) -> bytes:
    observed = {"resourceType": "Observation", "valueInteger": 7, "effectiveDateTime": moment}
    return json.dumps({"resourceType": "Bundle", "entry": [{"resource": observed}]}).encode()


def backup(entry: object) -> bytes:
    found = {"customMoods": [{"id": [1]}], "tags": [{"id": {}}], "dayEntries": [entry]}
    return packed({"backup.daylio": base64.b64encode(json.dumps(found).encode())})


def nameless() -> bytes:
    """A zip in which a file has no name at all."""
    return packed({"a.csv": b"1"}).replace(b"a.csv", b"\0.csv")


FOUND = {
    "a time that is none": bundle("2025-04-03T20:1e:00Z"),
    "lists for ids": backup({"year": 2025, "month": 2, "day": 31, "mood": [1], "tags": [[], {}, 1]}),
    "a file without a name": nameless(),
    "a list for a row": b'{"format": "symtrack", "version": 1, "diary": "019e2663-e200-7000-8000-000000000000", '
    b'"ratings": [], "events": [], "settings": [], "redactions": [{"target": []}]}',
    "lines in a cell": b'day,pain,note\n2025-04-03,"4\n5",x\n',
    "a cell without end": b"day,pain\n2025-04-03," + b"x" * 100_000,
}


@pytest.mark.parametrize("content", FOUND.values(), ids=FOUND)
def test_what_broke_a_reader_once_is_a_sentence(strangers, content):
    """What the hundred thousand found."""
    strangers.take(Random(0), content)


def claiming(size: int, *, at: int = 24) -> bytes:
    """A zip with one file, that claims to be so large unpacked, or another thing at another place of its list."""
    made = packed({"a.csv": b"Date,Pain\n" * 1000})
    at += made.rfind(b"PK\1\2")
    return made[:at] + struct.pack("<L", size) + made[at + 4 :]


def listing(size: int) -> bytes:
    """A zip whose list of files claims to be so long."""
    made = packed({"a.csv": b"1"})
    at = made.rfind(b"PK\5\6") + 12
    return made[:at] + struct.pack("<L", size) + made[at + 4 :]


HOSTILE = {
    "a bomb": lambda: claiming(110 << 20),
    "a file that claims four gigabytes": lambda: claiming(0xFFFFFFF0),
    "an endless list": lambda: listing(0x7FFFFFFF),
    "more files than anybody has": lambda: packed({str(n): b"" for n in range(MOST_MEMBERS + 1)}),
    "half a zip": lambda: packed({"a.csv": b"Date,Pain\n" * 1000})[:-30],
}
"""Made when asked for: a file of many thousands takes as long as a hundred tests."""


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_a_zip_that_was_made_to_do_harm_is_refused_before_it_is_unpacked(made):
    """By what it says of itself."""
    with pytest.raises(InputError):
        _ = Source.of_bytes("given", made()).members


@pytest.mark.parametrize("content", [claiming(100), claiming(20_000), claiming(1, at=16)])
def test_a_file_in_a_zip_is_as_long_as_the_zip_said(content):
    """What does not fit what was said of it is damaged."""
    (member,) = Source.of_bytes("given", content).members
    with pytest.raises(InputError, match="damaged"):
        _ = member.sha256


def test_a_zip_in_a_zip_is_only_a_file():
    """A chain of them would grow without end."""
    (member,) = Source.of_bytes("given", packed({"a.zip": packed({"b.zip": b"PK"})})).members
    assert member.members == ()


def test_names_and_links_in_a_file_lead_nowhere(tmp_path):
    """A path in a zip is only a name, and a link in a folder is not followed."""
    (tmp_path / "secret").write_text("Date,Pain\n2025-04-03,9\n")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Checkmarks.csv").symlink_to(tmp_path / "secret")
    (folder / "more").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    assert Source.of_path(folder).members == ()
    (member,) = Source.of_bytes("given", packed({"../../secret": b"inside"})).members
    with member.open() as file:
        assert file.read() == b"inside"


def test_a_thousand_different_things_are_counted_and_not_kept():
    """A column of notes that was taken for one of names has no end."""
    rows = "".join(f"2025-04-03,thing {n},3\n" for n in range(1000))
    survey = read(f"Date,Name,Value\n{rows}").survey
    assert (len(survey.subjects), survey.read) == (200, 1000)
    assert [out.count for out in survey.left_out] == [800]


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/urandom", "there is none"])
def test_what_has_no_end_is_no_file(name):
    """A device is refused before it is read."""
    with pytest.raises(InputError):
        recognised(Source.of_path(Path(name)))
