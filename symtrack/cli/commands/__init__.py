"""The commands: one module each, with a `command()` that makes it."""
