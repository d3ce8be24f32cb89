"""Whom a bundle is about: the ids in it, and how what is in it refers to the person and to those who answered."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID, uuid5

from symtrack.diary.instrument import Instrument, Item
from symtrack.diary.rows import PATIENT, Row, voice_name
from symtrack.errors import InputError
from symtrack.exchange.fhir.parts import Resource, code, extension, notes, reference
from symtrack.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The person of a diary. `questions` are the diary's own."""

    diary: str
    questions: Instrument
    day_start: time
    today: date

    def id_of(self, kind: str, *parts: object) -> str:
        """The id of what has no row of its own, the same in each copy of the diary (a UUIDv5, RFC 9562)."""
        return str(uuid5(UUID(self.diary), "\n".join([kind, *map(str, parts)])))

    @property
    def patient(self) -> Resource:
        return reference("Patient", self.diary)

    @property
    def questionnaire(self) -> str:
        """The id of the day's questions."""
        return self.id_of("questionnaire")

    def day_of(self, day: date, voice: str) -> str:
        """The id of the answers to the day's questions."""
        return self.id_of("day", day, voice)

    def person(self, name: str) -> Resource:
        """Somebody beside the patient."""
        return reference("RelatedPerson", self.id_of("person", name))

    def who(self, voice: str) -> Resource:
        """Who answered."""
        return self.patient if voice == PATIENT else self.person(voice_name(voice))

    def typed(self, row: Row) -> list[Resource]:
        """Who typed what somebody else said, for programs."""
        return [extension("typed-by", "Reference", self.person(row.entered_by))] if row.entered_by else []

    def typed_words(self, row: Row) -> list[Resource]:
        """The same for people."""
        return notes(_("Typed by {name}.").format(name=row.entered_by)) if row.entered_by else []

    def item(self, key: str) -> Item:
        """The item; one that a newer symtrack knows is called as its key is."""
        try:
            return self.questions.item(key)
        except InputError:
            return Item(key=key, name=code(key), phrase=code(key), low="0", high="10")
