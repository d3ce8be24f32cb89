"""The sheets to print: what stands on the call sheet, the hand-off sheet and the blank week."""

from datetime import date, timedelta

from symtrack.report import html, text
from symtrack.report.blocks import Dials, Fields, Grid, Head, Table, Ticks
from symtrack.report.sheets import sheets
from tests.sheet_diary import EVA, PHONE, TODAY, built


def block(blocks, kind, heading=None):
    return next(
        (each for each in blocks if isinstance(each, kind) and heading in {None, getattr(each, "heading", None)}), None
    )


def everything(blocks):
    return "\n".join(map(str, blocks))


def test_every_sheet_is_found():
    """A frozen build that lost a sheet would offer two."""
    assert [each.key for each in sheets()] == ["calls", "handoff", "week"]


def test_the_call_sheet_begins_with_the_numbers_and_their_hours():
    """In the person's own order, as the top line says them."""
    dials = block(built("calls"), Dials)
    assert [(dial.number, dial.whom, dial.hours) for dial in dials.dials] == [
        ("01632 960 111", "Ward 5, Oncology", "Mon to Fri, 08:00 to 17:00"),
        ("01632 960 222", "Ward 5, Oncology", "day and night"),
    ]
    assert dials.more == "In an emergency call the emergency service."


def test_the_call_sheet_has_the_teams_own_list_and_temperature():
    """The two parts, each in its words; what a fever is leads the second."""
    blocks = built("calls")
    assert block(blocks, Ticks, "Call the emergency service for").entries == ("Chest pain",)
    team = block(blocks, Ticks, "Ring the team at once for")
    assert team.entries[0] == "A temperature of 38 °C or above"
    assert team.entries[-1] == "Shivering"
    assert team.more == ""


def test_a_list_that_nobody_copied_says_that_it_is_only_a_default():
    """And where it is from."""
    team = block(built("calls", {}), Ticks, "Ring the team at once for")
    assert "only a default list" in team.more
    assert "Where the default comes from" in team.more


def test_what_to_have_ready_and_what_to_say_is_filled_in():
    """What they ask stands there; what only the moment knows is a line to write on."""
    blocks = built("calls")
    assert dict(block(blocks, Fields, "Have ready").fields) == {
        "Name": "Eva Brandt",
        "Born": "3 Mar 1956",
        "Hospital number": "00 4711",
        "Treatment": "FOLFOX\nCycle 3 began on 11 May",
        "Medicines": "Morphine, 10 mg (when needed)\nOndansetron, 4 mg",
        "Lives with": "her sister",
    }
    say = dict(block(blocks, Fields, "What to say").fields)
    assert say["Who it is about"] == "“I am ringing about Eva Brandt.”"
    lately = "“At its worst each day, 0 to 10 (13–15 May): pain 7, 8; Morphine when needed 1 time.”"
    assert say["How it was lately"] == lately
    assert say["What is wrong, since when"] == ""
    days = block(blocks, Table, "The last days (0 to 10)")
    assert days.columns == ("At its worst", "Wed 13", "Thu 14", "Today")
    assert days.rows == (("Pain", "", "7", "8\nAnna: 9"), ("Nausea", "", "", "too unwell to answer"))
    assert block(blocks, Table, "Doses when needed, ticks and notes of the last days").rows == (
        ("Thu 22:10", "Morphine, 10 mg. Pain 7 → 3 after 45 minutes"),
        ("Thu 22:30", "Ticked on the team’s list: Shivering."),
        ("Thu", "Anna: She hardly drank."),
        ("Today 13:00", "I am afraid of the night."),
    )


def test_a_printed_call_sheet_grows_old_and_says_so():
    """The moment that it was made stands at its top and at its foot."""
    head, foot = built("calls")[0], built("calls")[-1]
    assert head.lines == ("Made Friday 15 May 2026, 14:02",)
    assert "it knows nothing later than Friday 15 May 2026, 14:02" in foot.text


def test_the_hand_off_sheet_tells_the_last_two_days():
    """Answers with their moments, doses with times and what became of the pain, what happened, and what was written."""
    blocks = built("handoff", flags=(PHONE,))
    assert blocks[0].lines[-1] == "14–15 May. Made Friday 15 May 2026, 14:02"
    assert block(blocks, Ticks, "To phone the team about").entries == (
        "Pain was 7 or more on both days. What can we try?",
    )
    assert block(blocks, Table, "How it was").rows[0] == ("Pain", "7", "8 (09:10: 4, 14:00: 8)\nAnna: 9")
    assert block(blocks, Table, "Doses").rows == (
        ("Thu", "Not taken: Ondansetron", ""),
        ("Thu 22:10", "Morphine, 10 mg", "Pain 7 → 3 after 45 minutes"),
        ("Today 08:05", "Ondansetron, 4 mg, in the morning", ""),
    )
    assert block(blocks, Table, "What happened").rows == (
        ("Thu", "Woken by pain in the night 3 times"),
        ("Thu 21:50", "Sudden bad pain at 21:50, worst 9; helped: a warm bath"),
        ("Thu 22:30", "Ticked on the team’s list: Shivering."),
        ("Thu 22:40", "Call to Ward 5: come in tomorrow at ten"),
        ("Today 08:10", "Temperature: 38.2 °C"),
    )
    assert block(blocks, Table, "Notes and worries").rows == (
        ("Thu", "Anna: She hardly drank."),
        ("Today 13:00", "I am afraid of the night."),
    )


def test_the_hand_off_sheet_lists_the_medicines_as_they_were_copied():
    """The regular ones by part of the day with what is noted today, the others with the last dose and the label."""
    blocks = built("handoff")
    assert block(blocks, Table, "Regular medicines, as listed").rows == (
        ("In the morning", "Ondansetron, 4 mg", "taken 08:05"),
        ("In the evening", "Ondansetron, 4 mg", ""),
    )
    assert "Morphine, 10 mg. Last noted: Thu 22:10. On the label: not more than every 4 hours" in everything(blocks)


def test_what_is_private_or_long_ago_is_on_no_sheet():
    """Unless the private is asked for."""
    for key in ("calls", "handoff"):
        assert "for nobody else" not in everything(built(key))
        assert "long ago" not in everything(built(key, private=True))
        assert "for nobody else" in everything(built(key, private=True))


def test_a_point_that_was_dealt_with_or_switched_off_is_not_on_the_hand_off_sheet():
    """Quiet until next week, or no points at all."""
    from dataclasses import replace

    quiet = replace(PHONE, quiet_until=TODAY + timedelta(days=3))
    assert "both days" not in everything(built("handoff", flags=(quiet,)))
    assert "both days" not in everything(built("handoff", {**EVA, "flags": "off"}, flags=(PHONE,)))


def test_the_blank_week_has_the_persons_own_questions_in_their_order():
    """With their words at 0 and 10, as the week on Today is typed in; its days blank, or those of a week."""
    known = {"items": ["own.cramps", "pain"], "item.own.cramps": {"name": "Cramps", "low": "No cramps"}}
    grid = block(built("week", known), Grid)
    assert [line.name for line in grid.lines] == ["Cramps", "Pain", "Doses when needed", "A note"]
    assert grid.lines[0].hint == "0: No cramps\n10: Worst I can imagine"
    assert grid.columns == ("",) * 7
    assert grid.across == "Day"
    assert "u = too unwell to answer   a = asleep   h = in hospital   x = prefer not to say" in grid.key
    dated = built("week", known, week=date(2026, 5, 11))
    assert block(dated, Grid).columns[0] == "Mon 11"
    assert block(dated, Head).lines == ("11–17 May",)


def test_the_sheets_are_web_page_and_plain_text_too():
    """For a message to whoever comes next."""
    for key in ("calls", "handoff", "week"):
        assert "Eva Brandt" in text.of(built(key))
        assert "Eva Brandt" in html.of(built(key))
    assert "Pain 7 → 3 after 45 minutes" in text.of(built("handoff"))
    assert "01632 960 222" in html.of(built("calls"))
