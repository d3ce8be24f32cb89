"""`symtrack` and `python -m symtrack`."""


def main() -> None:
    raise SystemExit("being built")
