"""Two other Qt programs in Python, of pinned versions, each installed into an environment of its own below build/."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PLACE = Path(__file__).parents[1] / "build" / "peers"
PATIENCE = 240


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, the package that it comes in, and the version that is measured."""

    name: str
    package: str
    version: str

    @property
    def titled(self) -> str:
        """As the table calls it."""
        return f"{self.name} {self.version}"

    @property
    def command(self) -> Path:
        return PLACE / self.name / "bin" / self.name


PEERS = (Peer("mnemosyne", "mnemosyne-proj", "2.11.1"), Peer("vorta", "vorta", "0.11.6"))


def lacking(peer: Peer) -> str:
    """Has the peer installed; why it can't be had, or nothing when it is here."""
    home, mark = PLACE / peer.name, PLACE / peer.name / "installed"
    if mark.exists() and mark.read_text(encoding="utf-8") == peer.titled:
        return ""
    shutil.rmtree(home, ignore_errors=True)
    python, wanted = str(home / "bin" / "python"), f"{peer.package}=={peer.version}"
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "install", "-qq"]
    try:
        for command in ([sys.executable, "-m", "venv", "--without-pip", str(home)], [*pip, wanted]):
            subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"{wanted} was not installed within {PATIENCE} seconds"
    except subprocess.CalledProcessError as error:
        said = [line for line in str(error.stderr).splitlines() if line.strip()]
        return f"{wanted} can’t be installed here: {said[-1] if said else 'pip does not say why'}"
    mark.write_text(peer.titled, encoding="utf-8")
    return ""


def environment(folder: Path) -> dict[str, str]:
    """A home of its own in the folder, so that nothing of this computer's settings plays a part."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    # Chromium, which one of them shows its pages with, otherwise refuses to be started by root.
    return {**os.environ, **dict.fromkeys(names, str(folder)), "QTWEBENGINE_DISABLE_SANDBOX": "1"}
