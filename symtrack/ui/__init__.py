"""The window: nothing else knows Qt but `app`, which opens it."""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts an import of its own in the place of Python's, which it keeps beside it

# That one reads the source of each module that is imported, and looks in it for something that nothing here asks for
# (`__feature__`). It takes a twentieth of the time until Today is there, and a third of numpy's import.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
