"""What is recorded. Modules are imported one by one: `record` needs numpy, the first paint does not."""
