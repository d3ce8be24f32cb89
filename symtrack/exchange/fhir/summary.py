"""The summary for the clinic: its words as a Composition, its PDF as a DocumentReference."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from symtrack.exchange.fhir.parts import LOINC, Resource, begun, coding, concept, filled, language, reference, words
from symtrack.exchange.fhir.subject import Subject

NOTE = coding(LOINC, "51855-5", "Patient Note")
"""https://loinc.org/51855-5: written by the patient or somebody on their side, not by a clinician."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The summary as others made it: a title, the words under each heading, and the bytes of the PDF."""

    title: str
    first: date
    last: date
    parts: Sequence[tuple[str, str]]
    pdf: bytes


def composition(subject: Subject, paper: Paper) -> Resource:
    """Its words, a section for each heading."""
    document = reference("DocumentReference", _id(subject, "document", paper))
    sections = [
        filled({"title": words(heading), "text": narrative(said)}) for heading, said in paper.parts if words(said)
    ]
    whole = {"title": words(paper.title), "text": narrative(paper.title), "entry": [document]}
    return begun("Composition", _id(subject, "composition", paper)) | {
        "language": language(),
        "status": "final",
        "type": concept(paper.title, NOTE),
        "subject": subject.patient,
        "date": paper.last.isoformat(),
        "author": [subject.patient],
        "title": words(paper.title),
        "section": [whole, *sections],
    }


def document(subject: Subject, paper: Paper) -> Resource:
    """Its PDF."""
    content = {
        "contentType": "application/pdf",
        "language": language(),
        "data": base64.b64encode(paper.pdf).decode(),
        "title": words(paper.title),
        "creation": paper.last.isoformat(),
    }
    period = {"start": paper.first.isoformat(), "end": paper.last.isoformat()}
    return begun("DocumentReference", _id(subject, "document", paper)) | {
        "status": "current",
        "type": concept(paper.title, NOTE),
        "subject": subject.patient,
        "author": [subject.patient],
        "content": [{"attachment": content}],
        "context": {"period": period},
    }


def narrative(text: str) -> Resource:
    """The lines as XHTML that means nothing but what it says; tables in them keep their columns."""
    said = escape("\n".join(words(text).splitlines()), quote=False)
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><pre>{said}</pre></div>'}


def _id(subject: Subject, kind: str, paper: Paper) -> str:
    return subject.id_of(kind, paper.first, paper.last)
