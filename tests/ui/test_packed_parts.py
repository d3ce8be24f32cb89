"""What a build draws and writes: the icon in every system's form, and the list of what is inside."""

import json
from pathlib import Path

from PIL import Image

from symtrack import __version__
from tools import app_icons, sbom
from tools.distributions import closure


def test_the_icon_is_there_in_every_form(tmp_path: Path, qapp) -> None:
    """PNG for Linux, one file for Windows and one for the Mac, which another program reads, with the drawing in it."""
    app_icons.draw(tmp_path)
    for size in app_icons.SIZES:
        with Image.open(tmp_path / "hicolor" / f"{size}x{size}" / "apps" / "symtrack.png") as picture:
            assert picture.size == (size, size)
            assert picture.getpixel((size // 2, size // 8)) == (11, 85, 99, 255)
    with Image.open(tmp_path / "symtrack.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in app_icons.ICO}
        icon.load()
    with Image.open(tmp_path / "symtrack.icns") as icon:
        assert {size[0] for size in icon.info["sizes"]} == set(app_icons.ICNS)
        icon.load()


def test_the_list_of_parts_names_every_package_and_what_is_inside() -> None:
    """Who looks for a hole in a library finds whether symtrack has it; each part is named once."""
    bill = sbom.bill()
    assert bill["metadata"]["component"]["version"] == __version__
    refs = [part["bom-ref"] for part in bill["components"]]
    assert len(set(refs)) == len(refs)
    assert {part["name"] for part in bill["components"]} >= {each.name for each in closure()} | {"SQLCipher", "Qt"}
    known = {*refs, bill["metadata"]["component"]["bom-ref"]}
    assert {ref for each in bill["dependencies"] for ref in each["dependsOn"]} <= known
    assert json.dumps(sbom.bill()) == json.dumps(bill)
