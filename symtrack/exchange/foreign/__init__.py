"""Moving in from other apps: what a file holds, what each thing in it becomes, and what is left out and why."""
