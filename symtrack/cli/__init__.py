"""The headless twin of the window: one command, one module, loaded when it is called."""
