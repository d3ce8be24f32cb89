"""Does to a diary what the world does, and prints what was lost: `python -m tests.torture [THOUSANDTHS] [SEED]`."""

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from tests.memory import MEMORY
from tests.torture import computers, faults, hostile, planted
from tests.torture.outcome import Outcome

WHOLE = 1000
Fault = Callable[[int, int, Path], Outcome]
FAULTS: tuple[tuple[Fault, int], ...] = (
    (faults.killed, 1_000),
    (faults.torn, 5_000),
    (faults.flipped, 5_000),
    (faults.half_moved, 1_000),
    (faults.copied, 1_000),
    (computers.merged, 10_000),
    (computers.synced, 2_000),
    (planted.planted, 50),
    (hostile.hostile, 100_000),
)
MOST_IN_PART: dict[Fault, int] = {hostile.hostile: 300}
"""Where only a part is done, `make test` has its own of these already."""
ON_A_DISK = {faults.killed, faults.copied}
"""The others are about what is written, not about the disk."""


def main(parts: int = WHOLE, seed: int | None = None) -> int:
    """Every fault as often as it stands above, or that part of it; 1 when anything was lost or crashed."""
    seed = random.randrange(1_000_000) if seed is None else seed
    print(f"seed {seed}")
    print(f"{'fault':26} {'cases':>7} {'lost':>5} {'crashed':>8} {'said so':>8} {'seconds':>8}")
    bad = 0
    for fault, cases in FAULTS:
        begun = perf_counter()
        with tempfile.TemporaryDirectory(dir=None if fault in ON_A_DISK else MEMORY) as folder:
            found = fault(_cases(fault, cases, parts), seed, Path(folder))
        seconds = perf_counter() - begun
        print(
            f"{found.fault:26} {found.cases:7} {found.lost:5} {found.crashed:8} {found.said:8} {seconds:8.1f}",
            flush=True,
        )
        bad += found.lost + found.crashed
    return int(bad > 0)


def _cases(fault: Fault, cases: int, parts: int) -> int:
    part = max(1, cases * parts // WHOLE)
    return part if parts >= WHOLE else min(part, MOST_IN_PART.get(fault, part))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
