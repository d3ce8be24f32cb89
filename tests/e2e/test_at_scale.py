"""What docs/at-scale.md shows, run as it stands there: many diaries into one server, a cohort in pieces."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.e2e.command import COMMAND, done, symtrack

PROJECT = Path(__file__).parents[2]
SENDING, SPLITTING = re.findall(
    r"```bash\n(.*?)```", (PROJECT / "docs/at-scale.md").read_text(encoding="utf-8"), re.DOTALL
)


class Received(ThreadingHTTPServer):
    """A server that keeps each resource under its name, and refuses a reference to one that it has not."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.resources: dict[str, Any] = {}
        self.changes = 0
        self.refused: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/fhir"

    def take(self, bundle: dict[str, Any]) -> bool:
        for entry in bundle["entry"]:
            name, resource = entry["request"]["url"], entry["resource"]
            missing = set(re.findall(r'"reference": "([^"]+)"', json.dumps(resource))) - self.resources.keys() - {name}
            self.refused += [f"{name} refers to {each}" for each in missing]
            self.changes += self.resources.get(name) != resource
            self.resources[name] = resource
        return not self.refused


class _Taking(BaseHTTPRequestHandler):
    server: Received

    def do_POST(self) -> None:
        bundle = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        right = self.headers["Content-Type"] == "application/fhir+json" and bundle["type"] == "transaction"
        self.send_response(200 if right and self.server.take(bundle) else 400)
        self.end_headers()
        self.wfile.write(b'{"resourceType": "Bundle", "type": "transaction-response"}')

    def log_message(self, *_said: object) -> None:
        """Nothing: the test looks at what was received."""


@pytest.fixture
def server() -> Iterator[Received]:
    with Received() as started:
        thread = Thread(target=started.serve_forever)
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def run(commands: str, folder: Path, **environment: str) -> None:
    """Runs them as somebody would who has symtrack."""
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr


def test_diaries_are_sent_and_a_second_time_changes_nothing(tmp_path: Path, server: Received) -> None:
    """Everything refers to what is there; then a corrected answer is the one thing that is new."""
    for seed in (1, 2):
        done("demo", "-d", tmp_path / f"{seed}.symtrack", "--days", "30", "--seed", seed, "--until", "2026-05-14")
    months = {"first": "2026-04", "last": "2026-05", "FHIR": server.address}
    run(SENDING, tmp_path, **months)
    assert server.refused == []
    assert sum(name.startswith("Patient/") for name in server.resources) == 2
    assert server.changes == len(server.resources) > 300
    run(SENDING, tmp_path, **months)
    assert server.changes == len(server.resources)
    done("add", "-d", tmp_path / "1.symtrack", "nausea=10", "--day", "2026-05-02")
    before = set(server.resources)
    run(SENDING, tmp_path, **months | {"first": "2026-05"})
    assert server.changes == len(before) + 2  # The answer, and the day's answers.
    assert set(server.resources) == before


def test_a_cohort_in_pieces_has_the_same_points(tmp_path: Path) -> None:
    """Byte for byte what one run says of all."""
    shutil.copy(PROJECT / "tests/data/example-cohort.csv", tmp_path / "people.csv")
    run(SPLITTING, tmp_path)
    whole = done("flags", tmp_path / "people.csv", "--all", "--json")
    assert len(whole.splitlines()) > 100
    assert (tmp_path / "flags.jsonl").read_text(encoding="utf-8") == whole


def test_ten_years_are_written_with_the_memory_of_one(tmp_path: Path) -> None:
    """An entry at a time: the largest bundle needs hardly more than a small one."""
    used = []
    for years in (1, 10):
        diary, bundle = tmp_path / f"{years}.symtrack", tmp_path / f"{years}.json"
        done("demo", "-d", diary, "--days", 365 * years, "--until", "2026-05-14")
        given = [str(COMMAND), "export", "-d", str(diary), "--format", "fhir", "--no-summary", "-o", str(bundle)]
        with subprocess.Popen(given, stderr=subprocess.DEVNULL) as running:
            _pid, status, usage = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        assert running.returncode == 0
        used.append((bundle.stat().st_size, usage.ru_maxrss << 10))
    (small, little), (large, much) = used
    assert large - small > 15 << 20
    assert much - little < 10 << 20


def test_what_stays_back_is_said_and_the_summary_goes_along(tmp_path: Path) -> None:
    """On standard error, so that the bundle can go on through a pipe; other formats have no such choice."""
    diary = tmp_path / "diary.symtrack"
    done("demo", "-d", diary, "--days", "20", "--until", "2026-05-14")
    called = symtrack("export", "-d", diary, "--format", "fhir")
    assert "left out" in called.stderr.decode()
    kinds = [entry["resource"]["resourceType"] for entry in json.loads(called.stdout)["entry"]]
    assert kinds[-2:] == ["DocumentReference", "Composition"]
    wrong = symtrack("export", "-d", diary, "--format", "csv", "--private")
    assert (wrong.returncode, wrong.stdout, len(wrong.stderr.splitlines())) == (1, b"", 1)
