"""symtrack: a private symptom diary for people with cancer."""

__version__ = "0.1.0"
