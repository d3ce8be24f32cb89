"""What stands on the paper, as data: words, lists, tables and charts, in the person's language, without a layout."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Column = Literal["left", "right", "either", "both"]
"""Where a block stands: in a column of its own choice or any, or as wide as the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The top of the first page. `language` is a locale code, `day` the paper's date: the last day that it covers.

    `large` letters are for what hangs on a wall or is filled in by hand.
    """

    title: str
    name: str
    lines: tuple[str, ...]
    language: str
    day: date
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Paragraphs under a heading. The first one begins with `lead`, words that the eye should find before all else."""

    heading: str
    paragraphs: tuple[str, ...]
    lead: str = ""
    column: Column = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A numbered list that begins at `start`; `more` says where the rest of it is."""

    heading: str
    entries: tuple[str, ...]
    start: int = 1
    more: str = ""
    column: Column = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """A code in groups that somebody will type from the paper: large, each with its number."""

    heading: str
    groups: tuple[str, ...]
    column: Column = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under column names; the rows whose index is in `strong` matter most. The first column is narrow.

    With `even` the others are as wide as each other. `more` is said below in small words.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: tuple[int, ...] = ()
    even: bool = False
    more: str = ""
    column: Column = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """A number to dial, larger than all else: when it answers, and who. An empty number is a line to write on."""

    number: str
    whom: str
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dials:
    """Numbers to dial, the first one first; `more` says what to do where none of them helps."""

    heading: str
    dials: tuple[Dial, ...]
    more: str = ""
    column: Column = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Lines with a box before each, to be ticked by hand; `blank` lines more to write on."""

    heading: str
    entries: tuple[str, ...]
    more: str = ""
    blank: int = 0
    column: Column = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What is known, each under its name. What is empty is a line to write on."""

    heading: str
    fields: tuple[tuple[str, str], ...]
    column: Column = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a grid: what is asked, small words below it, and whether there is room for words in it."""

    name: str
    hint: str = ""
    words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """An empty table to write in by hand: a line for each thing, a column for each day; an empty name is written too.

    `how` says what is written, `across` what the columns are, `key` explains letters.
    """

    heading: str
    how: str
    across: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    key: str
    column: Column = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A small picture of some days: dots, bars or marks, each on a day counted from 0, at a share of the height.

    `lines` are its scale, each at a share of the height, with its words. `alt` says in a sentence what it shows.
    """

    name: str
    alt: str
    shape: Literal["dots", "bars", "marks"]
    days: int
    points: tuple[tuple[int, float], ...]
    lines: tuple[tuple[float, str], ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Small pictures one below the other."""

    heading: str
    pictures: tuple[Picture, ...]
    column: Column = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One score on one day, an ordinal; `late` if it was entered two or more days late."""

    day: int
    score: int
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The level that the person chose, from the ordinal `first` to `last`."""

    first: int
    last: int
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One item: the patient's dots, each caregiver's own view, the days without a number, and the numbers beside it.

    `alt` says in a sentence what the picture shows. `numbers` are rows of a name and the cells of `Charts.columns`.
    """

    name: str
    alt: str
    dots: tuple[Dot, ...]
    others: tuple[tuple[Dot, ...], ...]
    declined: tuple[int, ...]
    levels: tuple[Level, ...]
    level: str
    numbers: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Something that lasted, from the ordinal `first` to `last`; outlined if it came later than another of its type."""

    label: str
    first: int
    last: int
    outlined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that happened on one day, an ordinal. The most important of a crowd come first."""

    kind: Literal["scan", "visit", "change"]
    label: str
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day, an ordinal, and its label: long where there is room, otherwise short."""

    day: int
    label: str
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What a sign of the chart means."""

    sign: Literal["patient", "other", "late", "declined", "words"]
    label: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """Charts over one time axis, from the ordinal `first` to `last`, with what happened above them.

    `windows` are the two periods that the numbers beside the charts are about, as `periods` says in words.
    """

    heading: str
    first: int
    last: int
    bands: tuple[Band, ...]
    cycles: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    days: tuple[Tick, ...]
    charts: tuple[Chart, ...]
    moderate: str
    severe: str
    columns: tuple[str, ...]
    periods: tuple[str, ...]
    windows: tuple[Band, ...]
    legend: tuple[Legend, ...]
    crowded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The foot of every page; `{page}` and `{pages}` in `page` are filled in when the paper is set.

    `made` says in small words how the numbers come about.
    """

    text: str
    made: str = ""
    page: str
    unprintable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What follows begins on a page of its own, unless all of it fits below what was there before."""


Block = Turn | Head | Words | Numbered | Groups | Table | Dials | Ticks | Fields | Grid | Pictures | Charts | Foot
