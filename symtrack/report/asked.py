"""The person's open questions, and how many of them fit at the top of the first page."""

from symtrack.diary.event_words import one_line
from symtrack.report.section import Matter

LINES = 8
LETTERS_A_LINE = 54
FIRST_PAGE = LINES * LETTERS_A_LINE
"""Letters of one question that the first page shows; what is longer is there whole on a later page."""


def asked(matter: Matter) -> tuple[str, ...]:
    """The questions without an answer, as the person ordered them."""
    open_ones = [
        event
        for event in matter.of_kind("question")
        if event.day <= matter.period.last and not event.body.get("answer") and one_line(event.text)
    ]

    def place(k: int) -> tuple[int, int]:
        order = open_ones[k].body.get("order")
        return (order if isinstance(order, int) else len(open_ones), k)

    return tuple(one_line(open_ones[k].text) for k in sorted(range(len(open_ones)), key=place))


def fitting(questions: tuple[str, ...]) -> int:
    """How many of the questions, from the first on, the top of the first page has room for; at least one."""
    lines = 0
    for k, question in enumerate(questions):
        lines += 1 + (min(len(question), FIRST_PAGE) - 1) // LETTERS_A_LINE
        if lines > LINES:
            return max(k, 1)
    return len(questions)
