"""The settings that belong to the diary and travel with it, and how each is written."""

import re
from datetime import time

from symtrack.diary import instrument, medicines, strict_json
from symtrack.diary.day import DAY_START, parse_day, parse_time
from symtrack.diary.rows import clean
from symtrack.errors import InputError
from symtrack.i18n import _

MODES = ("normal", "pause", "comfort", "finished")
TEXTS = ("name", "hospital-number", "household", "matters", "temperature")
LISTS = {"team": list, "teamlist": dict, "holidays": dict}
OPIOID = "opioid"
"""Whether the person takes one, as they say themselves: it fits the list of what to ring about."""
WEEKLY = "up-and-about"
"""Whether that is asked once a week."""
KEYS = (*TEXTS, "birth-date", "items", *LISTS, "day-start", "mode", "flags", WEEKLY, OPIOID)
SHARE_KEY = "share-key"
"""What this diary’s change files are sealed with: made by the program, once a diary, and set by nobody."""
PRESET = "preset."
"""Which parts of the paper go along for whom: `{"sections": [KEY…], "private": false}`."""
_PREFIXES = ("item.own.", medicines.PREFIX, PRESET)
PRESET_EXAMPLE = '{"sections": ["notes", "doses"], "private": false}'
NAMED = tuple(f"{prefix}NAME" for prefix in _PREFIXES)


def parse_setting(key: str, text: str) -> object:
    """The value that `set KEY=VALUE` gives, as JSON can hold it; InputError for an unknown key or a bad value."""
    clean(text)
    if key == SHARE_KEY:
        raise InputError(_("“{key}” is made by symtrack itself.").format(key=key))
    if key in TEXTS:
        return text
    if key == "birth-date":
        return parse_day(text).isoformat() if text else ""
    if key == "day-start":
        return parse_time(text)
    if key == "mode":
        return _one_of(key, text, MODES)
    if key in {"flags", WEEKLY, OPIOID}:
        return _one_of(key, text, ("on", "off"))
    if key == "items":
        parts = (part.strip() for part in text.split(","))
        return list(dict.fromkeys(instrument.load().item(part).key for part in parts if part))
    if key in LISTS:
        return _json(key, text, LISTS[key])
    check(key)
    value = _json(key, text, dict) if text.startswith("{") else text
    _check_named(key, value)
    return value


def check(key: str) -> None:
    """InputError, naming the nearest that there is, unless `key` is a setting."""
    named = any(key.startswith(prefix) and re.fullmatch(r"[\w .-]+", key) and key != prefix for prefix in _PREFIXES)
    if key not in (*KEYS, SHARE_KEY) and not named:
        raise InputError(instrument.unknown(key, list(KEYS), _("a setting")))


def day_start(value: object) -> time:
    """The time at which the person's day begins, from the setting's value; 04:00 when that is no time of day."""
    try:
        return time.fromisoformat(parse_time(value)) if isinstance(value, str) else DAY_START
    except InputError:
        return DAY_START


def mode(value: object) -> str:
    """What is asked at all, from the setting's value; everything when that is no mode."""
    return value if isinstance(value, str) and value in MODES else MODES[0]


def asks(value: object) -> bool:
    """Whether anything is asked in the mode; not in a pause, and never again once the diary is finished."""
    return mode(value) in {"normal", "comfort"}


def _check_named(key: str, value: object) -> None:
    if key.startswith(medicines.PREFIX):
        medicines.check(key, value)
    if key.startswith(PRESET) and not _is_preset(value):
        raise InputError(_("“{key}” is written as {example}.").format(key=key, example=PRESET_EXAMPLE))


def _is_preset(value: object) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("private", False), bool):
        return False
    listed = value.get("sections")
    return isinstance(listed, list) and all(isinstance(part, str) for part in listed)


def _one_of(key: str, text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise InputError(
            _("“{text}” can’t be “{key}”. It is one of: {known}.").format(text=text, key=key, known=", ".join(known))
        )
    return text


def _json(key: str, text: str, kind: type) -> object:
    try:
        value = strict_json.parse(text.encode())
    except InputError:
        value = None
    if not isinstance(value, kind):
        raise InputError(_("“{key}” is written as JSON, and this is not: {text}").format(key=key, text=text))
    return value
