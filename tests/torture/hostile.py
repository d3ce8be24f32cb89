"""Hostile files by the hundred thousand, in processes of their own that are watched for time, memory and open files.

`python -m tests.torture.hostile SEED NUMBER` takes one of them on its way again, and tells what came of it.
"""

import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from time import perf_counter

from tests.torture import examples
from tests.torture.examples import Examples
from tests.torture.outcome import Outcome
from tests.torture.strangers import Strangers, made

MOST_SECONDS, STUCK = 5, 60
"""Of its own time that a case may take; and on the clock, where not even a signal comes through."""
MOST_GROWN, MOST_EVER = 200 << 20, 8 << 30
ROOT = Path(__file__).resolve().parents[2]
KEPT, MOST_KEPT = ROOT / "build" / "hostile", 100
REFUSED, LOST, CRASHED = "refused", "lost", "crashed"
_NEVER = ("socket.connect", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork")
_MAY_BE_READ = (str(ROOT), sys.prefix, sys.base_prefix, "/usr/share/zoneinfo", "/dev/null")


class TooLongError(BaseException):
    """No reader may catch it by mistake."""


def hostile(cases: int, seed: int, folder: Path) -> Outcome:
    """So many hostile files; `lost` counts those that were half brought in, or did not come back as they were."""
    given = examples.every(folder)
    workers = min(os.cpu_count() or 1, cases)
    watched = [_Watched(given, seed, folder / str(at), range(at, cases, workers)) for at in range(workers)]
    found: Counter[str] = Counter()
    while running := [each for each in watched if each.goes_on]:
        ready, _write, _odd = select.select([each.reads for each in running], [], [], 1)
        for each in running:
            for number, what in each.results() if each.reads in ready else each.ended(STUCK):
                kind = what.split(" ", 1)[0]
                found[kind] += 1
                if kind in {LOST, CRASHED}:
                    _keep(given, seed, number, what)
    assert found.total() == cases, (found, cases)
    print("  read as:", ", ".join(f"{kind} {n}" for kind, n in sorted(found.items())), file=sys.stderr)
    return Outcome("hostile files", cases, found[LOST], found[CRASHED], found[REFUSED])


class _Watched:
    """A process that works through some numbers; where it stays in one of them, another begins behind it."""

    def __init__(self, given: Examples, seed: int, place: Path, numbers: Sequence[int]) -> None:
        self._given, self._seed, self._place = given, seed, place
        self._left = list(numbers)
        self.reads, self._child, self._rest, self._heard = -1, 0, b"", 0.0
        self._begin()

    @property
    def goes_on(self) -> bool:
        return bool(self._left)

    def results(self) -> Iterator[tuple[int, str]]:
        """What came of each case that is done since."""
        self._heard = perf_counter()
        piece = os.read(self.reads, 1 << 16)
        if not piece:
            yield from self.ended(0)
            return
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            yield self._left.pop(0), line.decode()
        if not self._left:
            self._end()

    def ended(self, patience: float) -> Iterator[tuple[int, str]]:
        """The case that the process died in, or stays in for longer than so many seconds."""
        if perf_counter() - self._heard < patience:
            return
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGKILL)
        self._end()
        yield self._left.pop(0), f"{CRASHED} it took longer than {STUCK} s, or the process died"
        if self._left:
            self._begin()

    def _begin(self) -> None:
        self._rest, self._heard = b"", perf_counter()
        self.reads, writes = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            try:
                os.close(self.reads)
                shutil.rmtree(self._place, ignore_errors=True)
                self._place.mkdir()
                _work(Strangers(self._place), self._given, self._seed, self._left, writes)
            except BaseException:  # noqa: BLE001 - whatever it is, it is told
                traceback.print_exc()
            finally:
                os._exit(0)
        os.close(writes)

    def _end(self) -> None:
        os.close(self.reads)
        os.waitpid(self._child, 0)


def _work(strangers: Strangers, given: Examples, seed: int, numbers: Sequence[int], writes: int) -> None:
    """Takes each file on its way, and writes a line for each: the format, or what was wrong."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_EVER, MOST_EVER))
    signal.signal(signal.SIGPROF, _too_long)
    odd = _odd_doings(strangers.place)
    for number in numbers[:20]:  # What is imported or built once is no growth.
        with suppress(BaseException):
            strangers.take(chance := _chance(seed, number), made(given, chance))
    odd.clear()
    before = _memory()
    for number in numbers:
        chance = _chance(seed, number)
        what = outcome(strangers, chance, made(given, chance))
        grown, before = _memory() - before, max(_memory(), before)
        if grown > MOST_GROWN:
            what = f"{CRASHED} it took {grown >> 20} MB more"
        elif odd:
            what = f"{CRASHED} it did {odd.pop()}"
        odd.clear()
        os.write(writes, what.encode("utf-8", "replace")[:400].replace(b"\n", b" ") + b"\n")


def outcome(strangers: Strangers, chance: Random, content: bytes) -> str:
    """The format that it was read as, `refused`, or what may never be: with its kind and place."""
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        return strangers.take(chance, content) or REFUSED
    except AssertionError as error:
        return f"{LOST} {error}"
    except (Exception, TooLongError) as error:  # noqa: BLE001 - that is what is looked for
        at = traceback.extract_tb(error.__traceback__)[-3:]
        places = " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in reversed(at))
        return f"{CRASHED} {type(error).__name__}: {str(error)[:80]} at {places}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _chance(seed: int, number: int) -> Random:
    """What a case is made of: all that is by chance in it, the same for the same seed and number."""
    return Random(f"{seed} {number}")


def _too_long(_signal: int, _frame: object) -> None:
    raise TooLongError(f"longer than {MOST_SECONDS} s")


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def _odd_doings(place: Path) -> list[str]:
    """What is done that no reader does: a file opened that is neither the given one nor ours, a program started."""
    found: list[str] = []
    temporary = tempfile.gettempdir()

    def hear(event: str, about: tuple[object, ...]) -> None:
        if event in _NEVER:
            found.append(event)
        elif event == "open" and isinstance(about[0], str | bytes | Path):
            path = os.path.realpath(os.fsdecode(about[0]))
            if not path.startswith((str(place), temporary, *_MAY_BE_READ)):
                found.append(f"open {path}")

    sys.addaudithook(hear)
    return found


def _keep(given: Examples, seed: int, number: int, what: str) -> None:
    """Prints what was found with its seed and number, and keeps the file."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{seed}-{number}"
    if len(list(KEPT.iterdir())) < MOST_KEPT:
        path.write_bytes(made(given, _chance(seed, number)))
    print(f"  {what}\n    again: python -m tests.torture.hostile {seed} {number}", file=sys.stderr, flush=True)


def again(seed: int, number: int) -> None:
    """The case of that number, with a traceback where there is one."""
    with tempfile.TemporaryDirectory() as name:
        place, chance = Path(name), _chance(seed, number)
        content = made(examples.every(place), chance)
        print(f"{len(content)} bytes, beginning {content[:300]!r}")
        print(Strangers(place).take(chance, content) or REFUSED)


if __name__ == "__main__":
    again(*map(int, sys.argv[1:]))
