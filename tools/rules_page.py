"""Writes docs/rules.md from the rules themselves: `python tools/rules_page.py`."""

from pathlib import Path

from symtrack.diary.instrument import load
from symtrack.rules import HOLD, LATER, QUIET, WORSE, Rule, every_rule

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

INTRODUCTION = f"""# The points to talk about

*Written by `tools/rules_page.py` from the rules themselves. Change a rule, then run it again.*

symtrack points out entries that may be worth a conversation with the team. It describes what was entered and suggests
a question. It does not check anybody's health, and nobody sees an entry unless the person shows it. **No clinician has
reviewed these rules.** `flags=off` leaves a plain diary.

What holds for every rule:

- A rule looks at a day only if it has a number. A day without one, asked or not, is never a zero and never filled in.
- Each voice is looked at by itself: the person's own ratings, and each caregiver's own view. They are never compared.
- Days that meet the criterion with at most {HOLD} days between them are one flag, not one a day. It closes on the
  {HOLD + 1}th day after the last of them.
- After it has closed, the same rule stays silent about the same items and voice for {QUIET} days, unless they are
  {WORSE} points worse than on the flag's last day. If the criterion is still met then, it is raised then.
- The day on which a flag was raised, and the first day that it speaks of, rest on the days up to then alone: what is
  entered for later days never changes them. Its sentence and its numbers speak of the last day that met the criterion.
- “My team knows” keeps a flag off the screen for {QUIET} days, unless it gets {WORSE} points worse. “Later” brings it
  back the next day if it is one to phone about, otherwise after {LATER["visit"]} days. Paper has all of them.
- Averages are shown with one decimal, halves rounded up. Names in {{braces}} stand for the numbers, days and items.
- The day of a cycle is counted from the last treatment day, which is day 1, and ends with day 42. Treatments that were
  skipped or are only planned do not count.
"""


def section(rule: Rule) -> str:
    """One rule in words."""
    items = "; ".join(
        f"{load().item(item).name}: {urgency}" if item else urgency for item, urgency in rule.urgency.items()
    )
    return f"""
## `{rule.key}`

{rule.criterion}

| | |
|---|---|
| kind | {rule.kind} |
| urgency | {items} |
| shown | {rule.shown} |
| sentence | {rule.text} |
| question | {rule.question} |
| source | {rule.source} |
"""


def page() -> str:
    """The whole page."""
    return INTRODUCTION + "".join(section(rule) for rule in every_rule())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
