"""What goes to the two outputs: results for programs and people on one, all that is said beside them on the other."""

import json
import re
import sys
from collections.abc import Sequence

import click

LONGEST = 1000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def result(value: object) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def saved(value: object) -> None:
    """One line of JSON that the reader has at once."""
    result(value)
    sys.stdout.flush()


def text(line: str = "") -> None:
    """One line for people, as part of the result."""
    sys.stdout.write(line + "\n")


def say(sentence: str) -> None:
    """One sentence for people, beside the result: on one line, whatever it quotes, and no longer than can be read."""
    line = _CONTROL.sub(" ", sentence)
    click.echo(line if len(line) <= LONGEST else line[: LONGEST - 1] + "…", err=True)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
