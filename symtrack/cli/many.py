"""The same work for many people, on all cores of this computer, in their order and without holding them all."""

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice

from symtrack import i18n
from symtrack.exchange.cohort import Person

FEW, TOGETHER = 200, 50
"""So few people are sooner done here; of more, so many go to another process at once."""


def for_each(people: Iterable[Person], work: Callable[[Person], str]) -> Iterator[str]:
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
        while group := list(islice(rest, TOGETHER)):
            waiting.append(pool.submit(_all, group, work))
            if len(waiting) > 2 * cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _all(people: list[Person], work: Callable[[Person], str]) -> str:
    return "".join(map(work, people))
