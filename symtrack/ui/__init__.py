"""The window: nothing else knows Qt but `app`, which opens it."""
