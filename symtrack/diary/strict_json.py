"""JSON as it is taken from elsewhere: UTF-8, each key once, and no number that a diary could not write again."""

import json
import math
from typing import NoReturn

from symtrack.errors import InputError
from symtrack.i18n import _


def parse(content: bytes) -> object:
    """What the JSON holds; InputError says, where it can, what is wrong with it."""
    try:
        found: object = json.loads(
            content.decode("utf-8-sig"), parse_float=_number, parse_constant=_no_number, object_pairs_hook=_object
        )
    except UnicodeDecodeError:
        raise InputError(_("This is not UTF-8 text.")) from None
    except json.JSONDecodeError as error:
        raise InputError(_("This is not JSON, from character {n} on.").format(n=error.pos + 1)) from None
    except (ValueError, RecursionError):
        raise InputError(_("This is not JSON that can be read.")) from None
    return found


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise InputError(_("“{key}” is given twice.").format(key=key))
        found[key] = value
    return found


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
