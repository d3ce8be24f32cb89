"""The ways in which a computer runs something at a time of day: one of its own, one module."""
