"""Reads and answers the window as a screen reader does, through AT-SPI alone: `screen_reader.py REPORT ITEM=SCORE…`.

The system's own Python runs it, in a session bus of its own, because the bindings come with the system. It writes what
it found as JSON into the file REPORT: the names of all that takes the focus, and after the answers what the window
says was saved.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60
"""Seconds until it gives up waiting; whatever is waited for is looked at again and again until then."""


def nodes(node: Any) -> Iterator[Any]:
    """The node and all that is in it and can be seen."""
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None and has(child, Atspi.StateType.SHOWING):
            yield from nodes(child)


def has(node: Any, state: Any) -> bool:
    return bool(node.get_state_set().contains(state))


def wait(look: Callable[[], Any], what: str) -> Any:
    """What the look finds, as soon as it finds something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except GLib.Error:
            pass  # The window was just drawing that part anew.
        time.sleep(0.05)
    sys.exit(f"There is no {what}.")


def window() -> Any:
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(place) for place in range(desktop.get_child_count())]
    app = next((app for app in apps if app is not None and app.get_name() == "symtrack"), None)
    return app.get_child_at_index(0) if app is not None and app.get_child_count() else None


def radio(frame: Any, item: str, score: str) -> Any:
    """The radio button of that item and score."""
    said = re.compile(rf"{item}\b\D*{score}\b")
    buttons = (node for node in nodes(frame) if node.get_role() == Atspi.Role.RADIO_BUTTON)
    return next((node for node in buttons if said.match(node.get_name())), None)


def press(node: Any) -> None:
    """What a screen reader offers to do: to press it."""
    names = [Atspi.Action.get_action_name(node, place) for place in range(Atspi.Action.get_n_actions(node))]
    Atspi.Action.do_action(node, next(place for place, name in enumerate(names) if name in {"Press", "Toggle"}))


def chosen(frame: Any, item: str, score: str) -> bool:
    button = radio(frame, item, score)
    return button is not None and has(button, Atspi.StateType.CHECKED)


def saved(frame: Any) -> str:
    return next((node.get_name() for node in nodes(frame) if node.get_name().startswith("Saved ")), "")


def main(report: str, *answers: str) -> None:
    frame = wait(window, "window")
    wait(lambda: radio(frame, "Pain", "0"), "question")
    seen = [(node.get_role_name(), node.get_name()) for node in nodes(frame) if has(node, Atspi.StateType.FOCUSABLE)]
    for answer in answers:
        asked = answer.split("=")
        press(wait(partial(radio, frame, *asked), f"button for {answer}"))
        wait(partial(chosen, frame, *asked), f"answer {answer}")
    said = wait(lambda: saved(frame), "word that it is saved")
    heard = {"title": frame.get_name(), "role": frame.get_role_name(), "focusable": seen, "saved": said}
    Path(report).write_text(json.dumps(heard), encoding="utf-8")


main(*sys.argv[1:])
