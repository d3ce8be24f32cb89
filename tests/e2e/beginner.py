"""A program that has imported the command once, and begins it anew for each call: as a process of its own, forked.

It reads one JSON line for each call, and answers with a line that holds the exit code. What a call has of its own is
all that a started program has: arguments, folder, environment, standard files, and an end of its own. Python’s start
and the imports, which take most of the time of a short command, are done once.
"""

import importlib
import json
import os
import pkgutil
import sys
from typing import Any

import symtrack.cli.commands
from symtrack.__main__ import main

NEEDED = ("numpy", "symtrack.cli.start", "symtrack.exchange", "symtrack.report", "symtrack.rules", "symtrack.store")


def serve() -> None:
    """Until nobody asks any more; what is forked goes on behind this function, as the command."""
    for name in NEEDED:
        importlib.import_module(name)
    for found in pkgutil.iter_modules(symtrack.cli.commands.__path__, "symtrack.cli.commands."):
        importlib.import_module(found.name)
    asked, answered = os.dup(0), os.dup(1)
    with os.fdopen(asked, encoding="utf-8") as lines:
        while line := lines.readline():
            child = os.fork()
            if child == 0:
                _become(json.loads(line))
                os.close(answered)
                return
            _pid, status = os.waitpid(child, 0)
            os.write(answered, b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def _become(call: dict[str, Any]) -> None:
    """From here on this process is that call."""
    os.chdir(call["folder"])
    os.environ.clear()
    os.environ.update(call["environment"])
    for number, name in enumerate(call["files"]):
        opened = os.open(name, os.O_RDONLY if number == 0 else os.O_WRONLY)
        os.dup2(opened, number)
        os.close(opened)
    sys.argv[:] = call["arguments"]


if __name__ == "__main__":
    serve()
    main()
