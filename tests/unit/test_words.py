"""What symtrack never says: every sentence for people is read, in the program, in its invented diary and in the docs.

Somebody in pain reads it, or somebody in mourning. Nothing judges, praises or frightens; nothing names a cause, a
diagnosis, or what to take.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import sentences as spoken
from tools import translations

ROOT = Path(__file__).resolve().parents[2]
FOR_PATIENTS = (
    "README.md",
    "CHANGELOG.md",
    "docs/index.md",
    "docs/rules.md",
    "docs/privacy.md",
    "docs/how-often-wrong.md",
    "docs/moving-in.md",
)
"""What a patient or a family may read beside the program and docs/patients, whose sentences are the program's own."""

JUDGES = "A body is not right or wrong, and nobody has failed."
FRIGHTENS = "Somebody frightened stops writing; what is urgent is said by the team's own list alone."
PRAISES = "No praise and no blame: whoever is too ill to write has lost nothing."
NAMES_A_CAUSE = "Numbers that go together do not say why."
PRESCRIBES = "What to take, and how much, is between the person and the team."
DIAGNOSES = "Nobody here is a doctor."
SETTLED = "The design settled on another word."
COMFORTS = "Silence is no good news: a pattern that was not found may be there."
NAMES_PEOPLE = "People are people, and not what happens to them."

NEVER = {
    r"(ab)?normal(ly)?": JUDGES,
    r"fail(s|ed|ing|ures?)?": JUDGES,
    r"(non-?)?complian(ce|t)|adheren(ce|t)": JUDGES,
    r"poor(ly)?|uncontrolled|deteriorat\w*|(un)?acceptabl[ey]|inadequate": JUDGES,
    r"invalid|illegal|errors?": JUDGES,
    r"(red )?alerts?|alarms?|alarming": FRIGHTENS,
    r"warnings?|warned": FRIGHTENS,
    r"danger(s|ous)?|urgent(ly)?|severe risk|risks?|serious|critical(ly)?|fatal": FRIGHTENS,
    r"unfortunately|sadly|worrying": FRIGHTENS,
    r"well done|congratulations?|bravo|great|good (job|work)|keep it up|proud|excellent|perfect|super": PRAISES,
    r"streaks?|badges?|rewards?|achievements?|goal reached|in a row without": PRAISES,
    r"missed|you forgot|forgot to|overdue|lazy|don’t forget|you have not|at last": PRAISES,
    r"because|due to|caus(e|es|ed|ing)|owing to|leads? to|triggers?|triggered": NAMES_A_CAUSE,
    r"(should|must|need to|have to) (take|stop|start|change|increase|reduce|lower|raise)": PRESCRIBES,
    r"(stop|start) taking|take (more|less|fewer|another dose)|overdos\w*|(safe|maximum|highest) dose": PRESCRIBES,
    r"recommend\w*|we advise|you (should|must|ought)": PRESCRIBES,
    r"diagnos\w*|sign of|toxic\w*|you (may|might|probably) have|suffer(s|ing)? from": DIAGNOSES,
    r"breakthrough|spells?|could live with|crept|creep(s|ing)?": SETTLED,
    r"(all|everything) is (well|fine|good|in order)|(stands?|stood) out|(nothing|no need) to worry": COMFORTS,
    r"users?|victims?|fight(s|ing)?|battle\w*|sufferers?": NAMES_PEOPLE,
}

NEVER_IN_GERMAN = {
    r"(ab|un)?normal\w*|auffällig\w*|versag\w*|fehlgeschlagen|gescheitert": JUDGES,
    r"fehler\w*|fehlerhaft\w*|ungültig\w*|unzulässig\w*": JUDGES,
    r"alarm\w*|warnung(en)?|warn(t|en)|achtung": FRIGHTENS,
    r"gefahr(en)?|gefährlich\w*|risik\w*|kritisch\w*|bedrohlich\w*|dringend\w*|ernst\w*": FRIGHTENS,
    r"leider|bedauerlicherweise|besorgniserregend\w*": FRIGHTENS,
    r"gut gemacht|glückwunsch|super|prima|toll|weiter so|hervorragend": PRAISES,
    r"verpasst|versäumt|überfällig|faul|nicht vergessen haben": PRAISES,
    r"weil|aufgrund|verursach\w*|führt zu|ausgelöst": NAMES_A_CAUSE,
    r"(sollten|müssen) sie .*(einnehmen|absetzen|erhöhen)|überdosis|höchstdosis|empfehl\w*|wir raten": PRESCRIBES,
    r"diagnos\w*|anzeichen|giftig\w*|sie leiden": DIAGNOSES,
    r"durchbruch\w*": SETTLED,
    r"alles (ist )?gut|keine sorge|unbedenklich": COMFORTS,
    r"nutzer\w*|benutzer\w*|anwender\w*|opfer|kampf|kämpf\w*": NAMES_PEOPLE,
}
"""The same for the translation that ships."""


class Said(NamedTuple):
    """A sentence, and where people read it."""

    where: str
    words: str


EXCEPTIONS = {
    "“When you should call”": "the title of a hospital's own page, quoted as a source",
    "Poor sleep": "the name of a question, settled in the design",
    "poor sleep": "the same within a sentence",
}
"""What may stand all the same, each with its reason; whatever holds it is read without it."""


@cache
def sentences() -> tuple[Said, ...]:
    """All that people read."""
    return tuple(_sentences())


def _sentences() -> Iterator[Said]:
    for message in spoken.template():
        for words in (message.id,) if isinstance(message.id, str) else message.id:
            yield Said(str(message.locations[0][0]) if message.locations else "", re.sub(r"\{[^}]*\}", "", words))
    for file in sorted((ROOT / "resources" / "sample").glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        yield from (Said(file.name, words) for words in _texts(table))
    for name in FOR_PATIENTS:
        text = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)", " ", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)
        yield from (Said(name, " ".join(part.split())) for part in re.split(r"\n\s*\n|\n- |\n\| ", text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


ANY = re.compile(rf"(?<![\w-])(?:{'|'.join(NEVER)})(?![\w-])", re.IGNORECASE)
"""One look for all of them, since nearly no sentence holds any."""


def found(words: str) -> list[tuple[str, str]]:
    """What of it is never said, each with the reason."""
    for exception in EXCEPTIONS:
        words = words.replace(exception, "")
    if not ANY.search(words):
        return []
    return [
        (match.group(), why)
        for never, why in NEVER.items()
        for match in re.finditer(rf"(?<![\w-])(?:{never})(?![\w-])", words, re.IGNORECASE)
    ]


def test_nothing_that_people_read_says_what_is_never_said() -> None:
    """Each sentence is named with the word, where it stands, and why not."""
    read = sentences()
    assert len(read) > 1000
    said = [f"{word!r} in {where}: {words}. {why}" for where, words in read for word, why in found(words)]
    assert said == [], "\n".join(said)


@pytest.mark.parametrize(
    "words",
    [
        "Your pain is abnormal.",
        "Back to normal",
        "Warning: pain 8",
        "Saving failed",
        "Good compliance this week",
        "Breakthrough pain",
        "Spells of pain",
        "A level that you could live with",
        "It crept up.",
        "All is well.",
        "Nothing stands out.",
        "You missed 3 days.",
        "A streak of 7 days. Well done!",
        "You should take another dose.",
        "Pain went up because of the new dose.",
        "This may be a sign of something.",
        "A red alert",
        "For users of morphine",
    ],
)
def test_the_list_bites(words: str) -> None:
    """What a hurried writer might put in is found."""
    assert found(words)


def test_every_exception_is_still_there() -> None:
    """An exception that nothing needs any more would let the next sentence through."""
    read = "\n".join(said.words for said in sentences())
    assert [exception for exception in EXCEPTIONS if exception not in read] == []


def test_german_never_says_it_either() -> None:
    """A translator finds another word, as the English did."""
    for message in translations.translation(ROOT / "resources" / "locale" / "de.po"):
        for words in (message.string,) if isinstance(message.string, str) else message.string or ():
            for pattern, why in NEVER_IN_GERMAN.items():
                assert not re.search(rf"\b({pattern})\b", words, re.IGNORECASE), f"{words} {why}"
