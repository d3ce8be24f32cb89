"""An event in words, the same in the window, on paper and on the command line."""

from dataclasses import replace

from symtrack.diary import measures, spells
from symtrack.diary.event_kinds import KIND_NAMES, RESULT_NAMES, SCAN_NAMES, TREATMENT_NAMES
from symtrack.diary.instrument import Instrument, load
from symtrack.diary.medicines import PART_NAMES
from symtrack.diary.rows import Event
from symtrack.errors import InputError
from symtrack.i18n import N_, _, capital, clock_at, left_to_right, n_, number

STATUS_NAMES = {
    # Translators: Of a cycle of treatment: it was given as planned.
    "given": N_("given"),
    "delayed": N_("delayed"),
    # Translators: Of a cycle of treatment: less of it was given.
    "reduced": N_("reduced"),
    "skipped": N_("skipped"),
    "planned": N_("planned"),
}

ENDED_NAMES = {
    "finished": N_("finished"),
    "stopped-working": N_("it stopped working"),
    "too-hard": N_("too hard on me"),
    "my-choice": N_("my choice"),
    "other": N_("another reason"),
}
"""Why a treatment ended, in the words of the person."""

STAY_NAMES = {"hospital": N_("In hospital"), "hospice": N_("In a hospice"), "other": N_("Stay")}

UP_AND_ABOUT = (
    N_("up and about"),
    N_("resting some of the day"),
    N_("in bed more than half of the day"),
    N_("in bed all day"),
)
"""What the measurement `upandabout` means, 0 to 3."""

SAYS_TIME = ("call", "episode", "measurement")
"""The kinds whose words say at what time it was."""


def one_line(text: object) -> str:
    """The text with every run of white space, line ends too, as one space; nothing for None."""
    return " ".join(str(text or "").split())


def said(event: Event, known: Instrument | None = None, about: str = "") -> str:
    """One line that says what the event is; unknown keys are not shown.

    `known` are the diary's own questions, `about` is the item that a note is on.
    """
    if event.kind in {"goal", "dose"}:
        return (goal if event.kind == "goal" else dose)(event, known or load())
    if about:
        item = (known or load()).item(about)
        return _("Note on {item}: {text}").format(item=_(item.phrase), text=one_line(event.text))
    words = {
        "treatment": whole_treatment,
        "cycle": cycle,
        "scan": whole_scan,
        "visit": visit,
        "stay": stay,
        "other": other,
        "change": change,
        "episode": spells.said,
        "measurement": measurement,
        "teamlist": teamlist,
        "call": call,
    }
    if event.kind in words:
        return words[event.kind](event)
    name = _(KIND_NAMES.get(event.kind, KIND_NAMES["other"]))
    return _("{kind}: {text}").format(kind=name, text=one_line(event.text)) if event.text else name


def as_private(words: str) -> str:
    """The words, with one that says that they are private."""
    return _("{words} (private)").format(words=words)


def treatment(event: Event) -> str:
    """FOLFOX, first line; without a name of its own, what kind of treatment it is."""
    name = one_line(event.text) or _(TREATMENT_NAMES.get(str(event.body.get("type")), TREATMENT_NAMES["other"]))
    line = event.body.get("line")
    if not isinstance(line, int):
        return name
    ordinal = {1: _("first line"), 2: _("second line"), 3: _("third line")}.get(line, _("line {n}").format(n=line))
    return _("{name}, {line}").format(name=name, line=ordinal)


def whole_treatment(event: Event) -> str:
    """FOLFOX, first line (ended: it stopped working)."""
    why = ended(event)
    return _("{treatment} (ended: {why})").format(treatment=treatment(event), why=why) if why else treatment(event)


def ended(event: Event) -> str:
    """Why the treatment ended, in the words of the person; nothing where they did not say."""
    why = ENDED_NAMES.get(str(event.body.get("ended")))
    return _(why) if why else ""


def cycle(event: Event) -> str:
    """First day of cycle 3, delayed."""
    number, status = event.body.get("number"), event.body.get("status")
    words = _("First day of cycle {n}").format(n=number) if isinstance(number, int) else _("First day of a cycle")
    if isinstance(status, str) and status in STATUS_NAMES and status != "given":
        return _("{cycle}, {status}").format(cycle=words, status=_(STATUS_NAMES[status]))
    return words


def scan(event: Event) -> str:
    """CT: bigger."""
    name = scan_name(event)
    result = event.body.get("result")
    if result not in RESULT_NAMES:
        return name
    return _("{scan}: {result}").format(scan=name, result=_(RESULT_NAMES[str(result)]))


def scan_name(event: Event) -> str:
    """CT."""
    return _(SCAN_NAMES.get(str(event.body.get("modality")), SCAN_NAMES["other"]))


def whole_scan(event: Event) -> str:
    """CT: bigger. Two spots in the liver, says Dr Lee."""
    return _with_text(scan(event), event)


def unseen(event: Event) -> Event:
    """The event as it is for eyes that would rather not know what a scan showed: which scan, and no more."""
    if event.kind != "scan":
        return event
    return replace(event, text=None, body={key: value for key, value in event.body.items() if key == "modality"})


def visit(event: Event) -> str:
    """Visit: Dr Lee. Better sleep comes first."""
    whom = one_line(event.body.get("with"))
    return _with_text(_("Visit: {whom}").format(whom=whom) if whom else _("Visit"), event)


def stay(event: Event) -> str:
    """In hospital. An infection."""
    return _with_text(_(STAY_NAMES.get(str(event.body.get("where")), STAY_NAMES["other"])), event)


def other(event: Event) -> str:
    """An infection; without a name of its own, something else."""
    return one_line(event.text) or _(KIND_NAMES["other"])


def change(event: Event) -> str:
    """Morphine: 10 mg → 20 mg, as far as it was said."""
    name = one_line(event.body.get("medicine")) or one_line(event.text) or _("Medicine changed")
    before, after = one_line(event.body.get("from")), one_line(event.body.get("to"))
    if not before and not after:
        return name
    return _("{medicine}: {before} → {after}").format(medicine=name, before=before or "…", after=after or "…")


def dose(event: Event, known: Instrument) -> str:
    """Dose: morphine, 10 mg. Pain 7 → 3 after 45 minutes; or that it was left out, or that nobody knows."""
    medicine = medicine_words(event)
    if event.body.get("taken") == "skipped":
        return _("Dose not taken: {medicine}").format(medicine=medicine)
    if event.body.get("taken") == "unknown":
        return _("Not known whether it was taken: {medicine}").format(medicine=medicine)
    words, felt = _("Dose: {medicine}").format(medicine=medicine), felt_words(event, known)
    return f"{words}. {felt}" if felt else words


def taken(event: Event) -> str:
    """Morphine, 10 mg, at 18:00."""
    medicine = medicine_words(event)
    if not event.time:
        return medicine
    return _("{words}, at {time}").format(words=medicine, time=clock_at(event.time))


def medicine_words(event: Event) -> str:
    """Morphine, 10 mg; a regular one with its part of the day."""
    name, much = one_line(event.body.get("medicine")), one_line(event.text)
    medicine = _("{medicine}, {strength}").format(medicine=name, strength=much) if name and much else name or much
    part = PART_NAMES.get(str(event.body.get("part")))
    return medicine if part is None else _("{medicine}, {when}").format(medicine=medicine, when=_(part))


def felt_words(event: Event, known: Instrument) -> str:
    """Pain 7 → 3 after 45 minutes; as far as it was noted."""
    item, before, after = (event.body.get(key) for key in ("for", "before", "after"))
    name = _name(str(item), known) if item else ""
    if not isinstance(before, int) and not isinstance(after, int):
        return _("For: {item}").format(item=name) if name else ""
    change = str(before) if after is None else left_to_right(f"{'…' if before is None else before} → {after}")
    felt = _("{item} {score}").format(item=name, score=change) if name else change
    minutes = event.body.get("after_minutes")
    if after is None or not isinstance(minutes, int):
        return felt
    return n_("{change} after {n} minute", "{change} after {n} minutes", minutes).format(change=felt, n=minutes)


def _name(item: str, known: Instrument) -> str:
    """What the item is called; by its key where a later version wrote of one that this one does not know."""
    try:
        return _(known.item(item).name)
    except InputError:
        return item


def measurement(event: Event) -> str:
    """Temperature: 38.2 °C, at 08:10. The week, mostly: resting some of the day. CA 19-9: 37 U/ml."""
    week, value = up_and_about(event), measures.value_of(event)
    if week:
        return _("The week, mostly: {words}").format(words=week)
    words = measures.said(event)
    if not words:
        name = one_line(event.body.get("name")) or _(KIND_NAMES["measurement"])
        words = name if value is None else _("{name}: {value}").format(name=name, value=marker_amount(event))
    if event.time is not None:
        words = _("{words}, at {time}").format(words=words, time=clock_at(event.time))
    text = one_line(event.text)
    return _("{words}. {text}").format(words=words, text=text) if text else words


def marker_amount(event: Event) -> str:
    """37.25 U/ml, as the letter has it; nothing where it is no number."""
    value = measures.value_of(event)
    return "" if value is None else f"{number(value, decimals=4)} {one_line(event.body.get('unit'))}".strip()


def up_and_about(event: Event) -> str:
    """What the measurement `upandabout` says, such as: in bed all day. Nothing for any other measurement."""
    value = event.body.get("value")
    if event.body.get("what") != "upandabout" or not isinstance(value, int | float):
        return ""
    return _(UP_AND_ABOUT[int(value)]) if value in range(len(UP_AND_ABOUT)) else ""


def teamlist(event: Event) -> str:
    """Ticked on the team’s list: shivering. Number shown: 01632 960 222. Rung: 23:04, Ward 5."""
    lines = event.body.get("ticked")
    ticked = "; ".join(filter(None, map(one_line, lines))) if isinstance(lines, list | tuple) else ""
    words = [
        _("Ticked on the team’s list: {lines}.").format(lines=ticked)
        if ticked
        else _("The team’s list: a tick was taken away.")
    ]
    shown, rung = one_line(event.body.get("shown")), one_line(event.body.get("rung"))
    if shown:
        words.append(_("Number shown: {number}.").format(number=left_to_right(shown)))
    if rung:
        words.append(_("Not rung.") if rung == "no" else _("Rung: {rung}.").format(rung=rung))
    return " ".join(words)


def call(event: Event) -> str:
    """Call at 23:04 to Ward 5, 01632 960 222: come in."""
    whom, said = one_line(event.body.get("whom")), one_line(event.body.get("said")) or one_line(event.text)
    dialled = one_line(event.body.get("number"))
    at = clock_at(event.time) if event.time else ""
    words = _("Call at {time}").format(time=at) if at else _(KIND_NAMES["call"])
    named = ", ".join(filter(None, (whom, left_to_right(dialled) if dialled else "")))
    if named:
        words = _("{call} to {whom}").format(call=words, whom=named)
    return _("{call}: {said}").format(call=words, said=said) if said else words


def goal(event: Event, known: Instrument) -> str:
    """Level chosen for pain: 3."""
    item, value = known.item(str(event.body.get("item"))), event.body.get("value")
    if value is None:
        return _("No level chosen any more for {item}").format(item=_(item.phrase))
    return _("Level chosen for {item}: {n}").format(item=_(item.phrase), n=value)


def _with_text(words: str, event: Event) -> str:
    """The words, and the person's own as a sentence after them."""
    text = one_line(event.text)
    return _("{words}. {text}").format(words=words, text=capital(text)) if text else words
