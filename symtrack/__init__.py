"""symtrack: a private symptom diary for people with cancer."""
