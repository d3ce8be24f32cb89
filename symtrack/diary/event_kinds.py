"""What an event of each kind holds: one JSON Schema a kind, in `resources/events`. Unknown keys are kept."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from symtrack import paths
from symtrack.diary import strict_json
from symtrack.diary.day import parse_day
from symtrack.diary.instrument import load, unknown
from symtrack.diary.rows import Event, check_json, clean, parse_voice
from symtrack.errors import InputError
from symtrack.i18n import N_, _

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

KINDS = tuple(
    "treatment cycle scan visit stay change dose episode measurement goal teamlist call question note flagmark other import".split()  # noqa: E501, SIM905
)

KIND_NAMES = {
    "treatment": N_("Treatment"),
    "cycle": N_("First day of a cycle"),
    "scan": N_("Scan"),
    "visit": N_("Visit"),
    "stay": N_("Stay"),
    "change": N_("Change of a medicine"),
    "dose": N_("Dose"),
    "episode": N_("Sudden bad pain"),
    "measurement": N_("Measurement"),
    "goal": N_("Level chosen"),
    "teamlist": N_("The team’s list"),
    "call": N_("Call"),
    "question": N_("Question"),
    "note": N_("Note"),
    "flagmark": N_("Point dealt with"),
    "other": N_("Something else"),
    "import": N_("File brought in"),
}

TREATMENT_NAMES = {
    "chemotherapy": N_("Chemotherapy"),
    "targeted": N_("Targeted therapy"),
    "immunotherapy": N_("Immunotherapy"),
    "hormone": N_("Hormone therapy"),
    "radiotherapy": N_("Radiotherapy"),
    "surgery": N_("Surgery"),
    "trial": N_("Trial"),
    "supportive": N_("Supportive treatment"),
    "palliative": N_("Palliative care"),
    "other": N_("Other treatment"),
}

SCAN_NAMES = {
    "ct": N_("CT"),
    "mri": N_("MRI"),
    "pet": N_("PET"),
    "xray": N_("X-ray"),
    "ultrasound": N_("Ultrasound"),
    "bone": N_("Bone scan"),
    "other": N_("Scan"),
}

RESULT_NAMES = {
    "smaller": N_("smaller"),
    "same": N_("the same"),
    "bigger": N_("bigger"),
    "mixed": N_("mixed"),
    "unknown": N_("not known yet"),
}

_ITEM_KEYS = {"goal": "item", "dose": "for", "episode": "item"}
"""The key of each kind that names an item."""
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,8})", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,8})(\.\d{1,9})?", re.ASCII)


@cache
def schema(kind: str) -> dict[str, object]:
    """The JSON Schema of a kind's body; InputError for an unknown kind, with the nearest that exists."""
    if kind not in KINDS:
        raise InputError(unknown(kind, list(KINDS), _("a kind of event")))
    loaded: dict[str, object] = json.loads(paths.resource(f"events/{kind}.json").read_text(encoding="utf-8"))
    return loaded


def parse_field(kind: str, key: str, text: str) -> object:
    """The text of one body key as the type that its schema gives: a number, a list (commas), or text."""
    properties = schema(kind)["properties"]
    spec = properties.get(key, {}) if isinstance(properties, dict) else {}
    types = spec.get("type", "string")
    if "null" in types and text in {"", "none", "null"}:
        return None
    # What is no number stays text: the schema refuses it, with the sentence that every wrong value gets.
    if "integer" in types:
        return int(text) if _WHOLE.fullmatch(text) else text
    if "number" in types:
        return float(text) if _DECIMAL.fullmatch(text) else text
    if types == "array":
        return [part.strip() for part in text.split(",") if part.strip()]
    return json_object(text) if types == "object" else text


def json_object(text: str) -> object:
    """What the JSON text holds, or the text itself, for the schema to refuse."""
    try:
        return strict_json.parse(text.encode())
    except InputError:
        return text


def check(event: Event) -> None:
    """InputError with one sentence when the event can't be taken: its kind, its body, its days."""
    check_body(event.kind, event.body)
    if event.until is not None and event.until < event.day:
        raise InputError(
            _("It can’t end on {until}, before it began on {day}.").format(until=event.until, day=event.day)
        )
    if event.kind in {"note", "question"} and not (event.text or "").strip():
        raise InputError(_("There is no text in it."))
    clean(event.text or "")


def check_body(kind: str, body: Mapping[str, object]) -> None:
    """InputError with one sentence when the body is not what an event of this kind holds."""
    check_json(body)
    _check_schema(kind, body)
    named = body.get(_ITEM_KEYS.get(kind, ""))
    if isinstance(named, str):
        load().item(named)
    if kind == "flagmark":
        parse_day(str(body["raised"]))
        parse_voice(str(body["voice"]))
        items = body["items"]
        for item in items if isinstance(items, list | tuple) else ():
            load().item(item)


@cache
def _validator(kind: str) -> "Validator":
    """What checks a body. JSON Schema takes 7.0 for a whole number, and a diary does not."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    whole = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _checker, value: type(value) is int)
    made: Validator = extend(Draft202012Validator, type_checker=whole)(schema(kind))  # type: ignore[no-untyped-call]
    return made


def _check_schema(kind: str, body: Mapping[str, Any]) -> None:
    from jsonschema.exceptions import best_match

    wrong = best_match(_validator(kind).iter_errors(dict(body)))
    if wrong is None:
        return
    key = str(wrong.path[0]) if wrong.path else ""
    if wrong.validator == "required":
        missing = next(name for name in wrong.validator_value if name not in body)
        raise InputError(_("An event of the kind “{kind}” needs “{key}”.").format(kind=kind, key=missing))
    if wrong.validator == "enum":
        raise InputError(
            _("“{text}” can’t be the “{key}” of an event of the kind “{kind}”. It is one of: {known}.").format(
                text=wrong.instance, key=key, kind=kind, known=", ".join(map(str, wrong.validator_value))
            )
        )
    raise InputError(
        _("“{text}” can’t be the “{key}” of an event of the kind “{kind}”.").format(
            text=wrong.instance, key=key, kind=kind
        )
    )
