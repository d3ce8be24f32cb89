"""Diaries whose page one was looked at: ordinary, empty, crowded, long, in other scripts. Each is made once."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from symtrack import sample
from symtrack.analysis import completeness
from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.diary.rows import Event
from symtrack.i18n import Paper, speaking
from symtrack.report import build, default_period, pdf
from symtrack.report.blocks import Block
from symtrack.rules import evaluate
from symtrack.store import DiaryStore, Rows
from tests.diaries import day, diary
from tools import pseudo

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


def of_store(rows: Rows, until: date, *, first: date | None = None) -> tuple[Block, ...]:
    """The paper about a diary in a real file, as the command makes it."""
    with TemporaryDirectory() as folder, DiaryStore.open(Path(folder, "d.symtrack"), create=True) as store:
        store.take(rows)
        settings = store.settings()
        events = [event for event in store.events() if event.day <= until or event.kind == "visit"]
        told = Diary.of(store.columns(), events, until=until, settings=settings)
        usual = default_period(told)
        period = Period(first or usual.first, usual.last)
        ratings = store.ratings(period.first, period.last)
        corrected = store.corrected(period.first, period.last)
    return build(
        told,
        evaluate(told),
        period,
        settings=settings,
        assisted=completeness.assisted(ratings),
        reasons=completeness.reasons(ratings),
        corrected=corrected,
    )


def demo() -> tuple[Block, ...]:
    return of_store(sample.build(until=LAST), LAST)


def one_week() -> tuple[Block, ...]:
    """Three entries in a week, and nothing else."""
    told = diary("pain 3 . . 6 . . 4\nnausea 0 . . 2 . . 1", until=day(7))
    return build(told, evaluate(told), Period(day(1), day(7)), settings={"name": "M. Example"})


def empty() -> tuple[Block, ...]:
    return build(diary("", until=day(28)), (), Period(day(1), day(28)), settings={"name": "M. Example"})


def everything() -> tuple[Block, ...]:
    """180 days with all there is: fifteen symptoms, three lines of treatment, doses, spells, questions."""
    length = 180
    rows = [f"{key} {' '.join(str(_score(n, k, length)) for k in range(length))}" for n, key in enumerate(KEYS)]
    told = diary("\n".join(rows), events=list(_all_that_happens(length)))
    questions = [
        Event(kind="question", day=day(length), text=f"Question {k}: why is it that the evenings are so much worse?")
        for k in range(1, 9)
    ]
    told = Diary(told.first, told.until, told.series, (*told.events, *questions), told.instrument)
    medicines = {
        f"medicine.Medicine with a long name {k}": {"strength": "20 mg", "when": "regular", "parts": ["morning"]}
        for k in range(8)
    }
    return build(told, evaluate(told), Period(day(1), day(length)), settings={**PERSON, **medicines})


def _score(item: int, k: int, length: int) -> int:
    cycle = max(0, 6 - abs((k + item) % 21 - 3))
    return min(10, max(0, (k * 7 + item * 3) % 3 + cycle // 2 + (5 if k > length - 20 else 0)))


def _all_that_happens(length: int) -> Iterator[Event]:
    for line, start in enumerate((1, 60, 120), 1):
        body = {"type": "chemotherapy", "line": line}
        yield Event(kind="treatment", day=day(start), text="FOLFIRINOX and an antibody", body=body)
    yield Event(kind="treatment", day=day(30), until=day(45), text="to the hip", body={"type": "radiotherapy"})
    for k in range(1, length, 21):
        yield Event(kind="cycle", day=day(k))
        yield Event(kind="visit", day=day(k), body={"with": "Dr Okafor"})
        yield Event(kind="scan", day=day(k + 9), body={"modality": "ct", "result": "bigger"})
        yield Event(kind="change", day=day(k + 5), body={"medicine": "Morphine", "from": "10 mg", "to": "20 mg"})
    for k in range(length):
        taken = {"medicine": "Morphine", "when": "needed", "before": 7, "after": 4, "after_minutes": 45}
        for _time in range(3 if k > length - 15 else 1):
            yield Event(kind="dose", day=day(k + 1), body=taken)
        yield Event(kind="episode", day=day(k + 1), time="18:10", body={"worst": 8, "places": ["lower_back"]})
        for what, value in (("weight", 80 - k / 12), ("bowels", k % 3 and 1), ("vomiting", k % 2), ("woken", 2)):
            yield Event(kind="measurement", day=day(k + 1), body={"what": what, "value": value})
    yield Event(kind="stay", day=day(100), until=day(104), body={"where": "hospital"})
    yield Event(kind="note", day=day(170), text="Slept in the chair.")
    yield Event(kind="measurement", day=day(170), body={"what": "upandabout", "value": 2})


def some_events() -> tuple[Event, ...]:
    """One or two of each kind within eight weeks."""
    dose: dict[str, object] = {"medicine": "Morphine", "when": "needed", "before": 7, "after": 3, "after_minutes": 45}
    return (
        Event(kind="treatment", day=day(1), text="FOLFOX", body={"type": "chemotherapy", "line": 1}),
        Event(kind="scan", day=day(30), body={"modality": "ct", "result": "bigger"}),
        Event(kind="visit", day=day(31), body={"with": "Dr Okafor"}),
        Event(kind="change", day=day(35), body={"medicine": "Morphine", "from": "10 mg", "to": "20 mg"}),
        Event(kind="dose", day=day(20), body=dose),
        Event(kind="dose", day=day(40), body=dose),
        Event(kind="episode", day=day(41), time="14:10", body={"worst": 8, "places": ["lower_back"], "helped": "bath"}),
        Event(kind="measurement", day=day(10), body={"what": "weight", "value": 71.2}),
        Event(kind="measurement", day=day(50), body={"what": "weight", "value": 68.4}),
        Event(kind="measurement", day=day(51), body={"what": "bowels", "value": 0}),
        Event(kind="measurement", day=day(52), body={"what": "woken", "value": 2}),
        Event(kind="measurement", day=day(53), body={"what": "upandabout", "value": 1}),
        Event(kind="note", day=day(54), text="Slept in the chair."),
        Event(kind="question", day=day(55), text="What could help at night?"),
        Event(kind="question", day=day(31), text="Who do we ring?", body={"answer": "The ward."}),
    )


def ten_years() -> tuple[Block, ...]:
    length = 3650
    rows = [f"{key} {' '.join(str(_score(n, k, length)) for k in range(length))}" for n, key in enumerate(KEYS[:4])]
    cycles = [Event(kind="cycle", day=day(k)) for k in range(1, length, 28)]
    told = diary("\n".join(rows), events=cycles)
    return build(told, evaluate(told), Period(day(1), day(length)), settings=PERSON)


def _eight_weeks(settings: dict[str, object], *events: Event) -> tuple[Block, ...]:
    picture = """
        pain                 22332233223322332233223322335566776655665566776655665566
        nausea               01001000100100010010001001001000100010010001001000100100
        appetite             21223212232122321223212232122321223212232122321223212232
        fatigue              44554455445544554455445544556677887766776677887766776677
        pain@caregiver:Anna  ..............................................7.........
        event                c....................c....................c.............
        goal:pain            3
    """
    told = diary(picture, events=events)
    return build(told, evaluate(told), Period(day(1), day(56)), settings={**PERSON, **settings})


def long_name() -> tuple[Block, ...]:
    return _eight_weeks({"name": "Maximiliane-Friederike von Hohenzollern-S", "hospital-number": "1234567890" * 3})


def long_note() -> tuple[Block, ...]:
    """3,000 words, as a note and as a question."""
    words = "It began on Tuesday evening and I could not lie down. " * 273
    return _eight_weeks(
        {}, Event(kind="note", day=day(50), text=words), Event(kind="question", day=day(50), text=words)
    )


def arabic() -> tuple[Block, ...]:
    """The person's own words, from right to left, in an English paper."""
    return _eight_weeks(
        {"name": "فاطمة الزهراء", "matters": "أن أكون في عيد ميلاد حفيدي", "household": "زوجي وابنتي"},
        Event(kind="question", day=day(50), text="الألم في الليل شديد، ماذا يمكنني أن أفعل؟"),
        Event(kind="note", day=day(51), text="نمت على الكرسي 2 ساعات (Morphine 10 mg)."),
    )


def longer_words() -> tuple[Block, ...]:
    """Words as long as German ones."""
    with speaking(pseudo.longer()):
        return demo()


def german() -> tuple[Block, ...]:
    """The whole invented diary in German."""
    with speaking("de"):
        return demo()


def german_words() -> tuple[Block, ...]:
    """The person's own words in German, and all others as long as German ones."""
    with speaking(pseudo.longer()):
        return _eight_weeks(
            {"name": "Annegret Müller-Lüdenscheidt", "matters": "Krankenhausaufenthaltsvermeidungsmöglichkeiten"},
            Event(kind="question", day=day(50), text="Warum die Schmerzmittelverschreibungsänderung am Wochenende?"),
        )


def strange_letters() -> tuple[Block, ...]:
    return _eight_weeks({"name": "日本 Ἑλένη Елена \U00012000", "matters": "👍🏽 \U00012031"})


CASES: dict[str, Callable[[], tuple[Block, ...]]] = {
    made.__name__: cache(made)
    for made in (
        demo, one_week, empty, everything, ten_years, long_name, long_note, arabic, longer_words, german,
        german_words,        strange_letters,
    )
}  # fmt: skip


@cache
def printed(case: str, paper: Paper) -> bytes:
    """The PDF of a case."""
    return pdf.of(CASES[case](), paper=paper)
