"""Whether FHIR is right by both references: HL7's own JSON Schema of R4, and the models of fhir.resources (R4B)."""

import json
import lzma
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator

_SCHEMA = Path(__file__).parent / "data/fhir/fhir.schema.json.xz"


def wrong(bundle: dict[str, Any]) -> list[str]:
    """What is wrong with the bundle and all that is in it; nothing if it is right.

    Each resource is looked at by itself: the schema lets a bundle hold any of 146 kinds, and would try each of them.
    """
    bare = bundle | {
        "entry": [{key: part for key, part in entry.items() if key != "resource"} for entry in bundle["entry"]]
    }
    return [
        sentence
        for resource in (bare, *(entry["resource"] for entry in bundle["entry"]))
        for sentence in _of_one(resource)
    ]


def _of_one(resource: dict[str, Any]) -> list[str]:
    from fhir.resources.R4B import get_fhir_model_class  # Half a second that only some who import this need.

    kind = resource["resourceType"]
    name = f"{kind}/{resource.get('id')}"
    found = [f"{name}: {each.json_path}: {each.message[:200]}" for each in _validator(kind).iter_errors(resource)]
    try:
        get_fhir_model_class(kind).model_validate(resource)
    except ValueError as error:
        found.append(f"{name}: {error}")
    return found


@cache
def _validator(kind: str) -> Draft6Validator:
    """What checks resources of one kind alone."""
    return Draft6Validator({"$ref": f"#/definitions/{kind}", "definitions": _definitions()})


@cache
def _definitions() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lzma.decompress(_SCHEMA.read_bytes()))["definitions"]
    return found
