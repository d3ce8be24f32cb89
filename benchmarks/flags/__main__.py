"""`python -m benchmarks.flags [PEOPLE] [SEED]`: the table. `… --page`: writes docs/how-often-wrong.md from it."""

import sys
from pathlib import Path

from benchmarks.flags import page
from benchmarks.flags.table import Table, table

PAGE = Path(__file__).parents[2] / "docs" / "how-often-wrong.md"
UNSEEN = 602214
"""Thresholds were chosen on other seeds."""


def main(people: int = 500, seed: int = UNSEEN, *, write: bool = False) -> None:
    found: Table = table(people, seed)
    print(page.lines(found))
    if write:
        PAGE.write_text(page.page(found), encoding="utf-8")
        (PAGE.parent / "pictures" / "how-often-wrong.svg").write_text(page.picture(found), encoding="utf-8")


if __name__ == "__main__":
    numbers = [int(given) for given in sys.argv[1:] if given.isdigit()]
    main(*numbers, write="--page" in sys.argv)
