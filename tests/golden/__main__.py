"""Writes the kept blocks and pictures anew."""

from tests.golden import FOLDER, KEPT, LOOKED_AT, picture, pictures, written

if __name__ == "__main__":
    for name, made in KEPT.items():
        FOLDER.joinpath(f"{name}.txt").write_text(written(made()), encoding="utf-8")
    for case, count in LOOKED_AT.items():
        for page, image in enumerate(pictures(case, count), 1):
            image.save(picture(case, page), optimize=True)
