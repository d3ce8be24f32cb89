"""The team's numbers as lines that are shown and changed."""

from datetime import datetime, time

import pytest

from symtrack.diary import team_lines
from symtrack.diary.team import Number, contacts, ring_at
from symtrack.diary.team_lines import Line

TOGETHER = [
    {
        "who": "Ward 5",
        "role": "pain",
        "numbers": [
            {"number": "111", "days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "to": "17:00"},
            {"number": "222"},
        ],
    }
]


def test_numbers_that_stood_together_say_the_same_one_by_one() -> None:
    """Whoever is rung at an hour is rung after a change elsewhere too."""
    kept = team_lines.lines(contacts(TOGETHER))
    apart = contacts(team_lines.setting(kept))
    assert [(contact.who, contact.role) for contact in apart] == [("Ward 5", "pain")] * 2
    for hour in range(24):
        now, before = (ring_at(known, datetime(2026, 5, 15, hour)) for known in (apart, contacts(TOGETHER)))
        assert now is not None
        assert before is not None
        assert now.number == before.number


@pytest.mark.parametrize(
    ("days", "begins", "ends", "kind"),
    [
        (team_lines.EVERY_DAY, None, None, team_lines.ALWAYS),
        (team_lines.WEEK, time(8), time(17), team_lines.OFFICE),
        (team_lines.EVERY_DAY, time(17), time(8), team_lines.NIGHTS),
        (team_lines.EVERY_DAY, time(8), time(20), team_lines.DAILY),
        (team_lines.WEEKEND, None, None, team_lines.WEEKENDS),
        (frozenset({1, 3}), None, None, team_lines.OTHER),
        (team_lines.WEEK, None, None, team_lines.OTHER),
        (team_lines.WEEKEND, time(8), time(17), team_lines.OTHER),
    ],
)
def test_the_form_opens_as_what_the_hours_are(days, begins, ends, kind) -> None:
    """Office hours are shown as such, and what is none of the usual kinds as other days."""
    line = Line(number=Number(number="1", days=days, begins=begins, ends=ends))
    assert line.kind == kind
    assert team_lines.lines(contacts(team_lines.setting([line]))) == (line,)


def test_a_line_is_put_raised_and_taken_away() -> None:
    """The others keep their order."""
    one, two, three = (Line(who=name, number=Number(number=name)) for name in "123")
    assert team_lines.put((one, two), three, None) == (one, two, three)
    assert team_lines.put((one, two), three, 0) == (three, two)
    assert team_lines.put((), three, 0) == (three,)
    assert team_lines.raised((one, two, three), 2) == (one, three, two)
    assert team_lines.raised((one, two), 0) == (one, two)
    assert team_lines.without((one, two, three), 1) == (one, three)
