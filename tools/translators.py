"""What a translator is told about each sentence: where people meet it, and what it is there for.

The comments come from the program itself: the part of it that says the sentence, the first sentence of that module's
docstring, and for the tables of rules and questions the name of the column. A `# Translators:` comment right above a
sentence says more, where its words alone could be taken for something else.
"""

import ast
import re
from functools import cache
from pathlib import Path

PLACES = (
    ("resources/sample/", "In the invented diary, what a person with cancer wrote, or Anna for them"),
    ("resources/instruments/", "The questions of each day, in the window and on paper"),
    ("docs/patients/", "On the pages for patients, in Help and in the docs"),
    ("symtrack/rules/", "A point to talk about, in the window, on paper and on the command line"),
    ("symtrack/report/sheets/", "On paper, on a sheet beside the summary"),
    ("symtrack/report/", "On paper"),
    ("symtrack/cli/", "On the command line"),
    ("symtrack/ui/today/", "In the window, on the page Today"),
    ("symtrack/ui/trends/", "In the window, on the page Trends"),
    ("symtrack/ui/diary/", "In the window, on the page Diary"),
    ("symtrack/ui/team/", "In the window, on the page For my team"),
    ("symtrack/ui/settings/", "In the window, on the page Settings"),
    ("symtrack/ui/help/", "In the window, on the page Help"),
    ("symtrack/ui/", "In the window"),
    ("symtrack/reminding/", "In the reminder"),
    ("symtrack/store/", "About the diary’s file, in the window and on the command line"),
    ("symtrack/exchange/", "About files that are brought in or written, in the window and on the command line"),
    ("symtrack/", "Everywhere: in the window, on paper and on the command line"),
)
"""Where people meet the sentences of a file, by the beginning of its path; the first one that fits."""

RULE_PARTS = {
    "criterion": "The rule itself, for whoever asks “Why this?”.",
    "text": "The sentence of the point. {item} and {phrase} are names of questions, {when} is one or more dates.",
    "question": "What the patient could ask the team; the patient speaks. {phrase} is the name of a question.",
    "source": "Where the rule comes from. Names, titles of journals and doi stay as they are.",
}
ITEM_PARTS = {
    "name": "The name of a question; higher is always worse.",
    "phrase": "The same name within a sentence.",
    "hint": "Small words beside the name, for whoever does not know it.",
    "low": "The words for 0, the best.",
    "middle": "The words for 4 to 6.",
    "high": "The words for 10, the worst.",
}
QUESTION = "The question above all the numbers of a day: 0 to 10, the worst moment of that day."

_ROLE = re.compile(r"`([^`]*)`")


def place(file: Path, root: Path) -> str:
    """Where people meet what is said in that file; of a module with what its docstring's first sentence tells."""
    path = file.relative_to(root).as_posix()
    where = next(words for beginning, words in PLACES if path.startswith(beginning))
    return f"{where}: {said}" if file.suffix == ".py" and (said := _first_sentence(file)) else f"{where}."


def _first_sentence(file: Path) -> str:
    words = " ".join((ast.get_docstring(_tree(file)) or "").split("\n\n")[0].split())
    return _ROLE.sub(r"\1", words)


def _tree(file: Path) -> ast.Module:
    return _parsed(file.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def _calls(file: Path) -> tuple[tuple[str, ast.Call], ...]:
    """Every call by a plain name, with the name; none in a file without any sentence, which need not be looked through.

    Looking through all the nodes of a file takes longer than anything else that is done with it.
    """
    text = file.read_text(encoding="utf-8")
    return _named_calls(text) if "_(" in text else ()


@cache
def _named_calls(text: str) -> tuple[tuple[str, ast.Call], ...]:
    return tuple(
        (call.func.id, call)
        for call in ast.walk(_parsed(text))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    )


def rule_parts(file: Path) -> dict[str, str]:
    """What each sentence of a rule is there for, by the sentence."""
    return {
        value.args[0].value: RULE_PARTS[word.arg]
        for name, call in _calls(file)
        if name == "Rule"
        for word in call.keywords
        if word.arg in RULE_PARTS and isinstance(value := word.value, ast.Call)
        if isinstance(value.args[0], ast.Constant) and isinstance(value.args[0].value, str)
    }


def literals(file: Path, keywords: frozenset[str]) -> tuple[tuple[int, str | None], ...]:
    """The line and the sentence of each call by one of these names; None for one that is put together there.

    A variable is neither: its sentence is marked where it is written.
    """
    found: list[tuple[int, str | None]] = []
    for name, call in _calls(file):
        if name in keywords and call.args:
            first = call.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.append((call.lineno, first.value))
            elif isinstance(first, ast.JoinedStr | ast.BinOp):
                found.append((call.lineno, None))
    return tuple(found)
