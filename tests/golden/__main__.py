"""Writes the kept blocks anew."""

from tests.golden import FOLDER, KEPT, written

if __name__ == "__main__":
    for name, made in KEPT.items():
        FOLDER.joinpath(f"{name}.txt").write_text(written(made()), encoding="utf-8")
