"""The criterion of each rule in one short line, for the paper. The whole of it stands in docs/rules.md."""

from symtrack.i18n import N_, _

SHORT = {
    "above-goal": N_("above it on 5 of 7 days"),
    "better": N_("lasting fall, about 2 points"),
    "bowels": N_("“no” on 3 days in a row"),
    "doses-help-less": N_("fall after it 2 points smaller"),
    "fatigue-lasting": N_("2 points up on days 11 to 16"),
    "gap-after-high": N_("silent for 3 days after 7 or more"),
    "harder-cycle": N_("1.5 points above the cycle before"),
    "more-doses": N_("twice the usual, 2 a day or more"),
    "most-days-moderate": N_("4 or more on 5 of 7 days"),
    "nausea-not-eating": N_("4 and 7 or more on 2 of 3 days"),
    "nights": N_("4 or more on 3 of 7 nights"),
    "pain-spells": N_("4 a day on 2 of 3 days"),
    "poor-appetite": N_("4 or more on 10 of 14 days"),
    "several-worse": N_("3 symptoms up by 2 points"),
    "severe-days": N_("7 or more on 2 of 3 days"),
    "sick-before-treatment": N_("4 or more before 2 of 3 treatments"),
    "sickness-lasting": N_("4 or more on days 6 to 9, twice"),
    "slow-climb": N_("steady rise over 3 weeks"),
    "swings": N_("7, then 3, then 7 within 7 days"),
    "team-list": N_("ticked on the team’s list"),
    "very-high-today": N_("9 or 10 on a day"),
    "voice-changed": N_("another voice answers"),
    "voices-apart": N_("2 points apart"),
    "weight-loss": N_("more than 5 % in 180 days"),
    "worse-than-usual": N_("lasting rise, about 2 points"),
}


def criterion(rule: str) -> str:
    """The short line; nothing for a rule of a later version."""
    return _(SHORT[rule]) if rule in SHORT else ""
