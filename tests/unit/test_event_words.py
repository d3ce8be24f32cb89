"""What happened in words: one wording for window, paper and command line."""

from datetime import date

import pytest

from symtrack.diary.event_kinds import TREATMENT_NAMES
from symtrack.diary.event_words import ENDED_NAMES, said, unseen
from symtrack.diary.rows import Event

DAY = date(2026, 5, 14)


def words(kind: str, text: str | None = None, **body: object) -> str:
    return said(Event(kind=kind, day=DAY, text=text, body=body))


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (words("treatment", "FOLFOX", type="chemotherapy", line=1), "FOLFOX, first line"),
        (words("treatment", type="palliative"), "Palliative care"),
        (
            words("treatment", "FOLFOX", type="chemotherapy", line=5, ended="my-choice"),
            "FOLFOX, line 5 (ended: my choice)",
        ),
        (words("cycle", number=3, status="delayed"), "First day of cycle 3, delayed"),
        (words("scan", "two spots", modality="pet", result="mixed"), "PET: mixed. Two spots"),
        (words("scan", modality="mri"), "MRI"),
        (words("measurement", what="marker", name="CA 19-9", value=37.25, unit="U/ml"), "CA 19-9: 37.25 U/ml"),
        (words("visit", "rest first", **{"with": "Dr Lee"}), "Visit: Dr Lee. Rest first"),
        (words("stay", "an infection", where="hospital"), "In hospital. An infection"),
        (words("other", "a transfusion"), "a transfusion"),
        (words("other"), "Something else"),
    ],
)
def test_one_line_says_what_it_was(event: str, line: str) -> None:
    """The name, what is particular about it, and the person's own words."""
    assert event == line


@pytest.mark.parametrize("why", ENDED_NAMES)
@pytest.mark.parametrize("kind", TREATMENT_NAMES)
def test_every_end_of_every_treatment_has_words(kind: str, why: str) -> None:
    """No key shows through."""
    line = words("treatment", type=kind, ended=why)
    assert ENDED_NAMES[why] in line
    assert "-" not in line


def test_what_a_scan_showed_can_be_left_out() -> None:
    """Which scan it was stays; the result and the words about it go. Anything else is as it was."""
    scan = Event(kind="scan", day=DAY, text="two spots", body={"modality": "ct", "result": "bigger"})
    assert said(unseen(scan)) == "CT"
    note = Event(kind="note", day=DAY, text="two spots")
    assert unseen(note) == note
