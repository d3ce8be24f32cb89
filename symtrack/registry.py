"""Finding the rules, sections and formats: one object from each module of a package."""

import importlib
import pkgutil
from typing import TypeVar

T = TypeVar("T")


def collect(package: str, name: str, kind: type[T]) -> tuple[T, ...]:
    """The object called `name` of each module in `package`, in order of module name.

    Raises LookupError when a module has none, has one of another kind, or when the package has no modules: a frozen
    build that left modules out must not look like a diary without patterns.
    """
    found = []
    for module in sorted(m.name for m in pkgutil.iter_modules(importlib.import_module(package).__path__)):
        thing = getattr(importlib.import_module(f"{package}.{module}"), name, None)
        if not isinstance(thing, kind):
            raise LookupError(f"{package}.{module} has no {name} of type {kind.__name__}")
        found.append(thing)
    if not found:
        raise LookupError(f"{package} has no modules")
    return tuple(found)
