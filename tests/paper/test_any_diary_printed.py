"""Any diary is printed, whatever was written or is missing."""

from hypothesis import given, settings, strategies as st

from symtrack.report import build, default_period, pdf, presets
from symtrack.rules import evaluate
from tests.examples import examples
from tests.unit.test_report_any_diary import AGO, HAPPENED, SERIES, told
from tests.unit.test_sheets_any_diary import SETTINGS


@settings(max_examples=examples(0.25))
@given(series=SERIES, events=HAPPENED, known=SETTINGS, ago=AGO, preset=st.sampled_from(presets.READY))
def test_any_diary_is_printed(series, events, known, ago, preset):
    """The typesetter takes whatever comes, for everybody who may get it."""
    diary = told(series, events, ago)
    blocks = build(diary, evaluate(diary), default_period(diary), settings=known, sections=preset.sections)
    assert pdf.of(blocks).startswith(b"%PDF-1.7")
