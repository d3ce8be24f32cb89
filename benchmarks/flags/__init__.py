"""How often the rules are wrong, and how soon they see a change: measured on invented diaries."""
