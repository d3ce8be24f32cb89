"""What else was noted on the paper: measurements, nights and spells as sentences and small pictures; and in a copy."""

import json

import pytest

from symtrack.diary import spells
from symtrack.diary.period import Period
from symtrack.diary.rows import Event, Rating
from symtrack.exchange.format import writers
from symtrack.exchange.formats.symtrack_json import FORMAT as JSON
from symtrack.exchange.importing import bring_in
from symtrack.exchange.source import Source
from symtrack.report import build, html, text
from symtrack.report.blocks import Pictures, Words
from symtrack.rules import evaluate
from symtrack.store import DiaryStore
from tests.diaries import day, diary

WEEK = Period(day(1), day(7))


def measured(k: int, what: str, value: float, **more) -> Event:
    voice, time = more.pop("voice", "patient"), more.pop("time", None)
    return Event(kind="measurement", day=day(k), time=time, voice=voice, body={"what": what, "value": value, **more})


def spell(k: int, **more) -> Event:
    return Event(kind="episode", day=day(k), time="14:10", body=spells.body(**more))


def paper(*events, picture="pain 2 2 2 2 2 2 2"):
    return build(diary(picture, events=events, until=day(7)), (), WEEK)


def lines(*events, **more) -> tuple[str, ...]:
    return next(
        (
            b.paragraphs
            for b in paper(*events, **more)
            if isinstance(b, Words) and b.heading in {"Weight, temperature, bowels", "Sudden bad pain, and the nights"}
        ),
        (),
    )


def pictures(*events):
    return next((b.pictures for b in paper(*events) if isinstance(b, Pictures)), ())


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([measured(1, "weight", 70), measured(6, "weight", 68.6)], "Weight 70 → 68.6 kg (−2 %) since 2 Mar."),
        ([measured(1, "weight", 68.039, unit="lb")], "Weight 150 lb (2 Mar)."),
        (
            [measured(1, "temperature", 38.5, unit="F"), measured(2, "temperature", 37, unit="F")],
            "Temperature measured on 2 days, highest 101.3 °F (2 Mar).",
        ),
        ([measured(2, "vomiting", 1), measured(2, "vomiting", 2)], "Vomiting noted on 1 day, 3 in all."),
        ([measured(2, "vomiting", 0), measured(3, "vomiting", 0)], "Vomiting: none, noted on 2 days."),
        (
            [measured(1, "bowels", 0), measured(2, "bowels", 0), measured(3, "bowels", 1)],
            "Bowels: “no” on 2 of 7 days, “yes” on 1, not marked on 4.",
        ),
        (
            [measured(1, "bowels", 0), measured(1, "bowels", 1)],
            "Bowels: “no” on 0 of 7 days, “yes” on 1, not marked on 6.",
        ),
        (
            [measured(1, "fluids", 800), measured(1, "fluids", 200), measured(2, "fluids", 1500)],
            "Drinking noted on 2 days, 1250 ml a day (median).",
        ),
        ([measured(2, "woken", 2), measured(3, "woken", 0)], "Nights: woken by pain 2 times (2 nights noted)."),
        ([measured(2, "vomiting", 1, voice="caregiver:Anna")], "Anna: Vomiting noted on 1 day, 1 in all."),
        (
            [
                spell(1, worst=6, where=["lower_back"], helped="warm bath"),
                spell(1, worst=8, where=["lower_back", "my scar"]),
                spell(3),
            ],
            "Sudden bad pain: 3 times on 2 days, worst 8, lower back (2), my scar; helped: warm bath.",
        ),
        ([spell(2)], "Sudden bad pain: 1 time on 1 day."),
    ],
)
def test_each_is_said_in_a_sentence(events, said):
    """In the unit that was typed, with the days that say nothing counted apart."""
    assert lines(*events) == (said,)


def test_nothing_noted_takes_no_room():
    """No heading without anything below it."""
    assert (lines(), pictures()) == ((), ())


def test_pain_at_night_stands_apart():
    """The worst of the nights, with its day."""
    with_nights = "pain 2 2 2\nnight:pain . 7 5"
    assert lines(picture=with_nights)[0].startswith("Nights: pain noted in 2 nights, worst 7 (3 Mar)")


def test_what_has_several_days_is_drawn_small():
    """A dot or a bar on each day that has a value, none on the others, over the period of the paper."""
    drawn = pictures(
        *(measured(k, "weight", kg) for k, kg in ((1, 70), (2, 69), (6, 68))),
        *(measured(k, "bowels", v) for k, v in ((2, 0), (3, 1))),
        measured(4, "vomiting", 3),
    )
    assert [(each.name, each.shape, each.days) for each in drawn] == [("Weight, kg", "dots", 7), ("Bowels", "marks", 7)]
    assert [point[0] for point in drawn[0].points] == [0, 1, 5]
    assert drawn[1].points == ((1, 0.0), (2, 1.0))
    assert [words for _high, words in drawn[0].lines] == ["68", "70"]


def test_the_pictures_are_on_every_kind_of_paper():
    """Drawn in the web page, said in the text; tests/paper prints them."""
    events = [
        measured(k, what, v) for k in (1, 2) for what, v in (("weight", 70 - k), ("bowels", k - 1), ("vomiting", k))
    ]
    blocks = paper(*events, *(spell(k) for k in (1, 2)))
    said = "Weight, kg. Noted on 2 of 7 days, from 68 to 69, last 68 kg (3 Mar)."
    assert f'aria-label="{said}"' in html.of(blocks)
    assert said in " ".join(text.of(blocks).split())


def test_every_kind_comes_back_from_json_with_its_history(tmp_path):
    """A copy made from the export has the same bytes, with what was corrected and taken away."""
    kinds = [
        measured(1, "weight", 68.039, unit="lb"),
        measured(1, "temperature", 38.5, unit="F", time="08:10"),
        measured(1, "vomiting", 2),
        measured(1, "bowels", 0),
        measured(1, "fluids", 200, unit="ml"),
        measured(1, "woken", 2),
        spell(1, worst=8, where=["lower_back", "my scar"], helped="warm bath", ended="14:40"),
    ]
    with DiaryStore.open(tmp_path / "a", create=True) as one, DiaryStore.open(tmp_path / "b", create=True) as other:
        ids = [one.add(event).ids[0] for event in kinds]
        one.add(Rating(day=day(1), item="pain", score=6, time="02:00"))
        for event, id_ in zip(one.events(), ids, strict=False):
            one.add(
                Event(kind=event.kind, day=event.day, time=event.time, body=event.body, replaces=id_, text="mended")
            )
        one.undo()
        exported = "".join(writers()["json"].write(one, None, None))
        bring_in(other, Source.of_bytes("copy", exported.encode()), JSON)
        assert "".join(writers()["json"].write(other, None, None)) == exported
        assert [said.body for said in other.events()] == [said.body for said in one.events()]
        assert len(json.loads(exported)["events"]) > 2 * len(kinds)


def test_what_is_noted_feeds_the_patterns():
    """Four spells on two of three days, pain on three nights, three days of “no”: each raises its point."""
    events = [spell(k, worst=7) for k in (3, 4) for _each in range(4)]
    events += [measured(k, "bowels", 0) for k in (2, 3, 4)]
    events += [measured(1, "weight", 70), measured(5, "weight", 150 * 0.45359237 * 0.95, unit="lb")]
    found = {flag.rule for flag in evaluate(diary("pain 2 2 2 2 2\nnight:pain . 5 6 . 4", events=events))}
    assert {"pain-spells", "nights", "bowels", "weight-loss"} <= found
