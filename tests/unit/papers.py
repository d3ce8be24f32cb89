"""Diaries whose page one was looked at: ordinary, empty, crowded, long, in other scripts."""

from datetime import date

LAST = date(2026, 5, 16)
KEYS = (
    "pain", "nausea", "appetite", "fatigue", "anxiety", "low_mood", "drowsiness", "breathlessness", "poor_sleep",
    "constipation", "diarrhoea", "vomiting", "sore_mouth", "numbness", "unwell_overall",
)  # fmt: skip
TEAM = [
    {"who": "Palliative care team", "role": "palliative", "numbers": [{"number": "01632 960 111"}]},
    {"who": "Ward 7", "role": "oncology", "numbers": [{"number": "01632 960 222"}, {"number": "01632 960 333"}]},
]
PERSON: dict[str, object] = {
    "name": "M. Example",
    "birth-date": "1961-03-12",
    "hospital-number": "00 4711",
    "household": "her husband and a dog",
    "matters": "Being at my grandson’s birthday on 6 June.",
    "team": TEAM,
    "medicine.Morphine": {"strength": "10 mg", "when": "needed", "limit": "Not more than 6 in 24 hours"},
    "medicine.Omeprazole": {"strength": "20 mg", "when": "regular", "parts": ["morning"]},
}
