"""The same work for many people, on all cores of this computer, in their order and without holding them all."""

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice

from symtrack import i18n
from symtrack.exchange.cohort import Person

FEW, TOGETHER = 200, 50
"""So few people are sooner done here; of more, so many go to another process at once."""


def for_each(people: Iterable[Person], work: Callable[[Person], str]) -> Generator[str, None, None]:
    """What `work` gives for each of the people, several in one piece. `work` must be something that can be pickled."""
    everybody = iter(people)
    first, cores = list(islice(everybody, FEW)), _cores()
    if len(first) < FEW or cores == 1:
        yield from map(work, chain(first, everybody))
        return
    language, context = i18n.code(), multiprocessing.get_context("spawn")
    rest = chain(first, everybody)
    waiting: deque[Future[str]] = deque()
    with ProcessPoolExecutor(cores, mp_context=context, initializer=i18n.use, initargs=(language,)) as pool:
        try:
            while group := list(islice(rest, TOGETHER)):
                with _undisturbed():
                    waiting.append(pool.submit(_all, group, work))
                if len(waiting) > 2 * cores:
                    yield waiting[0].result()
                    waiting.popleft()
            while waiting:
                yield waiting[0].result()
                waiting.popleft()
        finally:
            if waiting:  # Nobody wants the rest: it would take as long as so many people do.
                _end(waiting)


def _end(waiting: Iterable[Future[str]]) -> None:
    for left in waiting:
        left.cancel()
    for process in multiprocessing.active_children():
        process.terminate()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A process that begins within it never hears Ctrl+C: the terminal tells all of them, and this one ends them.

    This one hears it afterwards, once the other has been told what it needs. A thread of numpy's may take the signal in
    spite of the mask, hence the handler.
    """
    if sys.platform == "win32":
        yield
        return
    heard: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, usual)
    if heard:
        raise KeyboardInterrupt


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _all(people: list[Person], work: Callable[[Person], str]) -> str:
    return "".join(map(work, people))
