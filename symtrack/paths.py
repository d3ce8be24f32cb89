"""Where things are: the person's files on this computer, and the program's own resources."""

import os
from functools import cache
from pathlib import Path

from symtrack.errors import SymtrackError

APP = "symtrack"
SUFFIX = ".symtrack"
"""What a diary’s name ends in."""


def default_diary() -> Path:
    """The person's own diary: `SYMTRACK_DIARY`, or `diary.symtrack` in the data folder of this system."""
    named = os.environ.get("SYMTRACK_DIARY")
    return Path(named) if named else _folder("data") / f"diary{SUFFIX}"


def settings_file() -> Path:
    """What belongs to this computer and not to the diary: colours, text size, who usually writes."""
    return _folder("config") / "settings.toml"


def system_config() -> Path:
    """Where the programs of this computer look for what a person set up for them, on Linux `~/.config`."""
    return _folder("config").parent


def log_file() -> Path:
    """The log: what the program did, never what the person wrote."""
    return _folder("log") / "symtrack.log"


def locks_folder() -> Path:
    """Where windows say which diary they have open: on this computer, never beside the diary."""
    return _folder("state") / "open"


def reminded_folder() -> Path:
    """Where it is kept on which day a diary last reminded: a file without content, named by the diary and the day."""
    return _folder("state") / "reminded"


def last_days_folder() -> Path:
    """Where a sealed diary's last day lies for the reminder, if the person wants that."""
    return _folder("state") / "last days"


def drafts_folder() -> Path:
    """Where what is half written in a window lies until it is given or left, sealed where the diary is."""
    return _folder("state") / "half written"


def backup_folder() -> Path:
    """Where copies of diaries are kept unless another folder was chosen: where people look for their own papers."""
    return _folder("documents") / "symtrack copies"


def resource(name: str) -> Path:
    """The path of a resource such as `themes/light.toml`: in the package when installed, beside it in a checkout.

    The pages for patients lie among the docs there.
    """
    for folder in _resources():
        if (folder / name).exists():
            return folder / name
    raise SymtrackError(f"A part of symtrack is missing: {name}. Installing it again should bring it back.")


@cache
def _resources() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    return package / "resources", package.parent / "resources", package.parent / "docs"


def _folder(kind: str) -> Path:
    # platformdirs would put Windows folders under an author's name unless told that there is none.
    import platformdirs

    folders = platformdirs.PlatformDirs(APP, appauthor=False)
    return {
        "data": folders.user_data_path,
        "config": folders.user_config_path,
        "log": folders.user_log_path,
        "state": folders.user_state_path,
        "documents": folders.user_documents_path,
    }[kind]
