"""The shape of the project: who may import whom, how long a file may be, what is locked."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 320
LONGEST_FUNCTION = 45

CODE = [file for folder in ("symtrack", "tests", "tools") for file in sorted((ROOT / folder).rglob("*.py"))]


def statements(node: ast.AST) -> Iterator[ast.stmt]:
    """Every statement below the node; expressions, of which there are many more, hold none."""
    for part in ("body", "orelse", "handlers", "finalbody", "cases"):
        for child in getattr(node, part, ()):
            if isinstance(child, ast.stmt):
                yield child
            yield from statements(child)


def test_imports_go_down_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The contracts in pyproject.toml hold: layers, Qt at the edge, SQL in the store, rules apart from each other."""
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_file_is_too_long_to_read() -> None:
    """A file that outgrows this is two files."""
    lines = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in CODE}
    assert len(lines) > 100
    assert [name for name, length in lines.items() if length > LONGEST_FILE] == []


def may_be_long(text: str) -> bool:
    """Whether any function begins more lines before the next one beside it than it may have: quicker than parsing."""
    found = re.finditer(r"^( *)(?:def|class) ", text, re.MULTILINE)
    starts = [(text.count("\n", 0, each.start()), len(each[1])) for each in found] + [(text.count("\n"), 0)]
    return any(
        next((at for at, depth in starts[k + 1 :] if depth <= inside), before) - before > LONGEST_FUNCTION
        for k, (before, inside) in enumerate(starts)
    )


def test_no_function_is_too_long_to_read() -> None:
    """A function that outgrows this is two functions."""
    texts = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in CODE}
    assert sum(text.count("def ") for text in texts.values()) > 1000
    assert [
        f"{name}: {node.name}"
        for name, text in texts.items()
        if may_be_long(text)
        for node in statements(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ] == []


def test_the_quick_tests_start_no_process() -> None:
    """What waits for another program is in tests/e2e: tests/unit is run after each change, and takes seconds."""
    unit = [file for file in CODE if file.parent == ROOT / "tests" / "unit"]
    assert len(unit) > 50
    assert [file.name for file in unit if re.search(r"^import subprocess", file.read_text("utf-8"), re.MULTILINE)] == []


def test_no_layout_is_asked_for_its_items() -> None:
    """PySide remembers an item that Qt has deleted, takes the next one at its address for it, and the window dies."""
    asked = [str(file.relative_to(ROOT)) for file in CODE if re.search(r"\.itemAt\(", file.read_text(encoding="utf-8"))]
    assert asked == []


LOCKS = {"requirements.lock": "dev", "packaging/requirements.lock": "build"}
"""Each lock, and the group of tools that it has beside what symtrack needs."""


def locked(lock: str) -> dict[str, list[str]]:
    """The versions of each package in the lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_that_is_needed_is_locked(lock: str) -> None:
    """A fresh computer gets the very versions that were tested, the tools included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"][LOCKS[lock]]]
    names = {match[0] for line in asked if (match := re.match(r"[a-z0-9-]+", line))}
    assert names - set(locked(lock)) == set()


def test_what_is_packed_is_what_was_tested() -> None:
    """Each package that symtrack needs has the same version in a build as in the tests."""
    tested, packed = (locked(lock) for lock in LOCKS)
    assert {name: versions for name, versions in packed.items() if name in tested and tested[name] != versions} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_server_and_every_package_has_hashes(lock: str) -> None:
    """Where packages come from is the computer's own choice; what they are is ours."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|^-|@ ", text, re.MULTILINE)
    entries = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_a_locked_qt_is_one_that_lives() -> None:
    """Qt for Python stays below 6.12 until a later release is seen to keep its count of None."""
    assert [
        version for version in locked("requirements.lock")["pyside6-essentials"] if not version.startswith("6.11.")
    ] == []


def test_the_links_in_the_documents_lead_somewhere() -> None:
    """Whoever reads README or docs can follow each link to a file that is there."""
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
    links = [
        (file, link)
        for file in documents
        for link in re.findall(r"(?:\]\(|(?:href|src)=\")(?!https:)([^)#\"]+)", file.read_text("utf-8"))
    ]
    assert links
    assert [f"{file.name}: {link}" for file, link in links if not (file.parent / link).exists()] == []


def test_what_the_documents_name_is_there() -> None:
    """Whoever reads of a file of code, or of a test that holds a promise, finds it under that name."""
    told = "\n".join(file.read_text("utf-8") for file in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
    files = re.findall(r"`((?:symtrack|tests|tools|packaging|benchmarks)/[\w./-]+\.(?:py|sh|toml|spec))`", told)
    tests = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    promised = [name for name in re.findall(r"`(test_\w+)`", told) if f"def {name}(" not in tests]
    assert files
    assert [name for name in files if not (ROOT / name).exists()] + promised == []
