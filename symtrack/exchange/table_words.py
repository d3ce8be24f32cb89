"""Events as single words of a table: `cycle`, `visit`, `dose:NAME`, `scan:RESULT`, `treatment:NAME`, `goal:ITEM=N`."""

from collections.abc import Mapping
from datetime import date

from symtrack.diary import doses
from symtrack.diary.event_kinds import RESULT_NAMES, TREATMENT_NAMES
from symtrack.diary.event_words import one_line
from symtrack.diary.instrument import load, parse_score, unknown
from symtrack.diary.rows import PATIENT, Event, clean
from symtrack.errors import InputError
from symtrack.i18n import _

BETWEEN = ";"
NONE = "none"
WORDS = ("cycle", "visit", "dose", "scan", "treatment", "goal")
_NOT_GIVEN = frozenset({"skipped", "planned"})


def parse(word: str, day: date, *, time: str | None = None, voice: str = PATIENT) -> Event:
    """The event that one word means; InputError, with the nearest word that there is, for any other."""
    kind, _colon, name = (part.strip() for part in clean(word).partition(":"))
    if kind not in WORDS:
        raise InputError(unknown(kind, list(WORDS), _("a word for an event")))
    text, body = _content(kind, name)
    return Event(kind=kind, day=day, time=time, voice=voice, text=text, body=body)


def word(event: Event) -> str | None:
    """The word for the event; None for one that has no place in a table."""
    if event.kind == "cycle":
        return None if event.body.get("status") in _NOT_GIVEN else "cycle"
    if event.kind == "visit":
        return "visit"
    if doses.when_needed(event):  # A table knows no other doses, and reads each as one when needed.
        return _joined("dose", event.body.get("medicine"))
    if event.kind == "scan":
        result = event.body.get("result")
        return f"scan:{result}" if result in RESULT_NAMES else "scan"
    if event.kind == "treatment":
        return _joined("treatment", event.text or event.body.get("type"))
    if event.kind == "goal":
        value = event.body.get("value")
        return f"goal:{event.body.get('item')}={NONE if value is None else value}"
    return None


def _content(kind: str, name: str) -> tuple[str | None, Mapping[str, object]]:
    """The text and body of an event of this kind."""
    if kind in {"cycle", "visit"}:
        if name:
            raise InputError(_("“{kind}” stands alone, without “{name}”.").format(kind=kind, name=name))
        return None, {}
    if kind == "scan":
        if name and name not in RESULT_NAMES:
            raise InputError(unknown(name, list(RESULT_NAMES), _("the result of a scan")))
        return None, {"modality": "other"} | ({"result": name} if name else {})
    if not name:
        raise InputError(_("“{kind}” needs a name, such as “{kind}:NAME”.").format(kind=kind))
    if kind == "goal":
        return None, _goal(name)
    if kind == "dose":
        return None, {"medicine": name}
    return (None, {"type": name}) if name in TREATMENT_NAMES else (name, {"type": "other"})


def _goal(name: str) -> Mapping[str, object]:
    key, _equals, level = (part.strip() for part in name.partition("="))
    item = load().item(key).key
    if level == NONE:
        return {"item": item, "value": None}
    value, reason = parse_score(level)
    if reason:
        raise InputError(_("“{text}” is no level. It is a whole number from 0 to 10.").format(text=level))
    return {"item": item, "value": value}


def _joined(kind: str, name: object) -> str | None:
    """`kind:NAME` on one line, and without the sign that stands between two words."""
    spelt = one_line(name).replace(BETWEEN, ",")
    return f"{kind}:{spelt}" if spelt else None
