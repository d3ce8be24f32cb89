"""Files that were made, or damaged, to do harm: one sentence each, in bounded time, and nothing is brought in."""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from symtrack.errors import InputError
from symtrack.exchange.foreign.reading import read_through
from symtrack.exchange.foreign.suggest import suggestions
from symtrack.exchange.format import Foreign, every_format, recognised
from symtrack.exchange.source import MOST_MEMBERS, Source
from tests.foreign import FILES, read

FOREIGN = [form for form in every_format() if isinstance(form, Foreign)]
EXAMPLES = [path.read_bytes() for path in sorted(FILES.rglob("*")) if path.is_file()]
SPOILT = st.tuples(
    st.sampled_from(EXAMPLES),
    st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=4)), max_size=4),
    st.one_of(st.none(), st.integers(0, 5000)),
)


def spoilt(content: bytes, changes: list[tuple[int, bytes]], end: int | None) -> bytes:
    """The file with some of its bytes exchanged, and cut off."""
    for place, other in changes:
        at = place % (len(content) + 1)
        content = content[:at] + other + content[at + len(other) :]
    return content if end is None else content[: end % (len(content) + 1)]


@pytest.mark.parametrize("form", FOREIGN, ids=[form.key for form in FOREIGN])
@settings(max_examples=40, deadline=None)
@given(st.one_of(st.binary(max_size=400), SPOILT.map(lambda made: spoilt(*made))))
@example(b"")
@example(b"PK\3\4")
@example(b"\xff\xfe\0")
@example(b"Date,Pain\n2025-04-03," + b"9" * 5000)
def test_no_bytes_are_more_than_a_sentence(form, content):
    """Every reader, on noise and on real files that are damaged: it gives entries, or one clear sentence."""
    given_, said = Source.of_bytes("given", content), "one sentence"
    try:
        suggestions(form, read_through(form, given_).survey, {})
    except InputError as error:
        said = str(error)
    assert len(said.splitlines()) == 1


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in files.items():
            whole.writestr(name, content)
    return made.getvalue()


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
    "a bomb": claiming(110 << 20),
    "a file that claims four gigabytes": claiming(0xFFFFFFF0),
    "an endless list": listing(0x7FFFFFFF),
    "more files than anybody has": packed({str(n): b"" for n in range(MOST_MEMBERS + 1)}),
    "half a zip": packed({"a.csv": b"Date,Pain\n" * 1000})[:-30],
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_zip_that_was_made_to_do_harm_is_refused_before_it_is_unpacked(content):
    """By what it says of itself."""
    with pytest.raises(InputError):
        _ = Source.of_bytes("given", content).members


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
