"""The log: where something happened that nobody foresaw, never what the person wrote."""

import sys
import traceback
from datetime import datetime

from symtrack import paths
from symtrack.i18n import _


def keep(error: BaseException) -> str:
    """Adds to the log where the error happened; returns the sentence that tells the person.

    Neither the error's own text nor any value is written: both may hold what the person entered.
    """
    log = paths.log_file()
    places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    entry = f"{datetime.now().astimezone().isoformat(timespec='seconds')} {type(error).__name__}\n{places}\n"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(entry)
    except OSError:
        sys.stderr.write(entry)
    return _("Something in symtrack did not work. What was saved is safe. Details are in {path}.").format(path=log)
