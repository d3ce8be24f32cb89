"""Writes what symtrack consists of as a CycloneDX list: `python -m tools.sbom FILE.cdx.json`.

The same packages at the same SOURCE_DATE_EPOCH give the same bytes.
"""

import json
import os
import platform
import re
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from symtrack import __version__
from tools.distributions import PROJECT, Needed, closure, direct

SPEC = "1.6"
Json = dict[str, Any]


def bill() -> Json:
    """The whole list: symtrack, each package that it needs, what is inside of those, and who needs whom."""
    needed = closure()
    parts = [*map(_component, needed), *_inside()]
    own = _ref(PROJECT, __version__)
    refs = {each.name: _ref(each.name, each.version) for each in needed}
    needs = [(own, direct()), *((refs[each.name], each.requires) for each in needed)]
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPEC}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "serialNumber": uuid5(NAMESPACE_URL, json.dumps(parts, sort_keys=True)).urn,
        "version": 1,
        "metadata": {
            "timestamp": _moment().isoformat(),
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": PROJECT,
                "version": __version__,
                "licenses": [{"expression": "MIT"}],
                "purl": own,
            },
        },
        "components": parts,
        "dependencies": [{"ref": ref, "dependsOn": sorted(refs[name] for name in names)} for ref, names in needs],
    }


def _component(needed: Needed) -> Json:
    ref = _ref(needed.name, needed.version)
    # An SPDX list knows no public domain: that is a licence by name.
    own = needed.licence.startswith("LicenseRef-")
    licence = {"license": {"name": needed.licence}} if own else {"expression": needed.licence}
    return {
        "type": "library",
        "bom-ref": ref,
        "name": needed.name,
        "version": needed.version,
        "description": needed.summary,
        "licenses": [licence],
        "purl": ref,
    }


def _inside() -> list[Json]:
    """The libraries that packages bring along, which is where a hole is found most often; and Python."""
    import numpy as np
    from PySide6.QtCore import qVersion
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(":memory:")) as file:
        file.execute("PRAGMA key = 'any'")  # Before that it does not speak of its cipher.
        cipher, provider = (
            str(file.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("cipher_version", "cipher_provider_version")
        )
    blas = np.show_config("dicts")["Build Dependencies"]["blas"]["version"]
    versions = {
        "openblas": ("OpenBLAS", str(blas), "BSD-3-Clause"),
        "openssl": ("OpenSSL", provider, "Apache-2.0"),
        "python": ("Python", platform.python_version(), "PSF-2.0"),
        "qt": ("Qt", qVersion(), "LGPL-3.0-only"),
        "sqlcipher": ("SQLCipher", cipher, "BSD-3-Clause"),
        "sqlite": ("SQLite", dbapi2.sqlite_version, "blessing"),
    }
    return [_inner(key, *each) for key, each in versions.items()]


def _inner(key: str, name: str, said: str, licence: str) -> Json:
    """A library by the number in what it says of its own version."""
    found = re.search(r"\d+(\.\d+)+", said)
    version = found[0] if found else said
    ref = f"pkg:generic/{key}@{version}"
    return {
        "type": "library",
        "bom-ref": ref,
        "name": name,
        "version": version,
        "licenses": [{"license": {"id": licence}}],
        "purl": ref,
    }


def _ref(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def _moment() -> datetime:
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
