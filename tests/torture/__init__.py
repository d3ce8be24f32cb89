"""What is done to a diary that the world does too, only more often. `python -m tests.torture` does all of it."""
