"""The paper's blocks as text that a person can read and compare, kept beside this file.

After a change that is meant: `python -m tests.golden` writes them anew, and the difference is read before it is kept.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from symtrack.diary.period import Period
from symtrack.report import all_sections, build, pdf
from symtrack.report.blocks import Block, Chart, Charts, Dot
from symtrack.rules import evaluate
from tests.diaries import day, diary
from tests.unit import papers

FOLDER = Path(__file__).parent


def whole_cycle() -> tuple[Block, ...]:
    """Eight weeks with every part that there is."""
    picture = """
        pain                 22332233223322332233223322335566776655665566776655665566
        nausea               01251000100100010010051001001000100010010051001000100100
        low_mood             21223212232122321223212232122321223212232122321223212232
        fatigue              44554455445544554455445544556677887766776677887766776677
        own.Itching          11111111111111111111111111111111111111111111111111111111
        pain@caregiver:Anna  ..............................................7.........
        late:pain            ..3
        event                c....................c....................c.............
        goal:pain            3
    """
    told = diary(picture, events=papers.some_events())
    keys = [section.key for section in all_sections()]
    return build(
        told,
        evaluate(told),
        Period(day(1), day(56)),
        settings=papers.PERSON,
        sections=keys,
        assisted={"Anna": 2},
        corrected=[day(4)],
    )


KEPT: dict[str, Callable[[], tuple[Block, ...]]] = {
    "demo": papers.demo,
    "every-part": whole_cycle,
    "one-week": papers.one_week,
    "empty": papers.empty,
}


LOOKED_AT = {
    "demo": 2, "everything": 1, "longer_words": 1, "empty": 1, "one_week": 1, "ten_years": 1, "long_name": 1,
    "long_note": 1,
}  # fmt: skip
"""The pages that are kept as pictures, of each case the first ones."""
PPI = 60


def written(blocks: tuple[Block, ...]) -> str:
    """The blocks, a line for each thing that is not empty."""
    return "\n".join(line for block in blocks for line in (*_lines(block, ""), ""))


def _lines(data: object, indent: str) -> Iterator[str]:
    if not is_dataclass(data):
        yield f"{indent}{data}"
        return
    yield f"{indent}{type(data).__name__}"
    for part in fields(data):
        value = getattr(data, part.name)
        if value in ("", (), None, False):
            continue
        if isinstance(value, tuple) and any(map(is_dataclass, value)):
            yield from _several(part.name, value, indent + "  ")
        elif isinstance(value, tuple) and not (isinstance(data, Chart) and part.name == "declined"):
            yield f"{indent}  {part.name}:"
            yield from (f"{indent}    {_cell(each)}" for each in value)
        else:
            yield f"{indent}  {part.name}: {_day(part.name, data, value)}"


def _several(name: str, value: tuple[object, ...], indent: str) -> Iterator[str]:
    if all(isinstance(each, Dot) for each in value):
        dots = [f"{each.score}{'*' if each.late else ''}" for each in value if isinstance(each, Dot)]
        yield f"{indent}{name}: {len(dots)} ({' '.join(dots)})"
        return
    yield f"{indent}{name}:"
    for each in value:
        yield from _lines(each, indent + "  ")


def _cell(each: object) -> str:
    return " | ".join(map(str, each)) if isinstance(each, tuple) else str(each)


def _day(name: str, data: object, value: object) -> object:
    """An ordinal as the date that it is."""
    ordinal = isinstance(value, int) and (name in {"first", "last"} or (name == "day" and not isinstance(data, Charts)))
    return date.fromordinal(value) if ordinal and isinstance(value, int) else value


def pictures(case: str, count: int) -> list[Image.Image]:
    """The first pages of a case, in grey."""
    made = pdf.pages(papers.CASES[case](), ppi=PPI)[:count]
    return [Image.open(BytesIO(page)).convert("L") for page in made]


def picture(case: str, page: int) -> Path:
    """Where the page's picture is kept."""
    return FOLDER / f"{case}-{page}.png"
