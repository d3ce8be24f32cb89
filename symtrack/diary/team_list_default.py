"""What to ring about as long as the person has not copied their team's own card: cautious, and only a default.

No clinician has reviewed the choice. Each line stands in public advice for patients, named beside it as it was seen;
which treatments a line belongs to, and for how long after them, is our own judgement unless the source says it.
"""

from dataclasses import dataclass
from datetime import timedelta

from symtrack.i18n import N_

EMERGENCY, TEAM = "emergency", "team"
CHEMOTHERAPY, IMMUNOTHERAPY, RADIOTHERAPY, OPIOID = "chemotherapy", "immunotherapy", "radiotherapy", "opioid"

AFTER = {
    CHEMOTHERAPY: timedelta(weeks=6),  # Our own judgement; blood counts have mostly come back by then.
    RADIOTHERAPY: timedelta(weeks=8),  # Side effects go on for 4 to 8 weeks: Macmillan, radiotherapy side effects.
    IMMUNOTHERAPY: timedelta(days=366),  # As long as 1 year after it: ESMO, guide for patients, 2017.
}
"""How long after a treatment its lines stay."""

LIKE = {"targeted": (CHEMOTHERAPY,), "trial": (CHEMOTHERAPY, IMMUNOTHERAPY)}
"""Treatments that have the lines of others: what is given in a trial the diary does not know."""

UKONS = N_("UK Oncology Nursing Society, when to call an ambulance at once")
LEEDS = N_("Leeds Cancer Centre, “Unwell after treatment”")
BIRMINGHAM = N_("University Hospitals Birmingham, “When you should call”")
SPINE = N_("Cancer Research UK and Royal National Orthopaedic Hospital, pressure on the spinal cord")
ESMO = N_("European Society for Medical Oncology and Irish Cancer Society, side effects of immunotherapy")
ICON = N_("Icon Cancer Centre and Vanderbilt-Ingram Cancer Center, side effects of radiotherapy")
MORPHINE = N_("Cancer Research UK, NHS and Canadian Virtual Hospice, morphine")
BOWEL = N_("Huntsman Cancer Institute, constipation")
ACS = N_("American Cancer Society, “When to call your doctor about side effects”")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to ring about: in which part it stands, where it comes from, and whom it fits. Nobody named is all."""

    part: str
    text: str
    source: str
    fits: frozenset[str] = frozenset()


def _for(*treatments: str) -> frozenset[str]:
    return frozenset(treatments)


LINES = (
    Line(EMERGENCY, N_("Cannot be woken, or has collapsed"), UKONS),
    Line(EMERGENCY, N_("Chest pain"), UKONS),
    Line(EMERGENCY, N_("Struggling to breathe"), UKONS),
    Line(EMERGENCY, N_("Bleeding that does not stop"), UKONS),
    Line(EMERGENCY, N_("Breathing very slowly, and hard to wake"), MORPHINE, _for(OPIOID)),
    Line(TEAM, N_("New or worse breathlessness"), ACS),
    Line(TEAM, N_("Cannot keep drinks down, or vomiting again and again for a day"), LEEDS),
    Line(TEAM, N_("Pain that the medicines do not control"), LEEDS),
    Line(TEAM, N_("New or worse back pain, with weak legs, numbness, or bladder or bowel trouble"), SPINE),
    Line(TEAM, N_("New confusion, or much sleepier than before"), UKONS),
    Line(TEAM, N_("No bowel movement, with vomiting or a swollen tummy"), BOWEL),
    Line(
        TEAM,
        N_("Diarrhoea for more than a day, or very bad diarrhoea"),
        LEEDS,
        _for(CHEMOTHERAPY, RADIOTHERAPY),
    ),
    Line(TEAM, N_("A sore mouth that stops eating or drinking"), LEEDS, _for(CHEMOTHERAPY)),
    Line(TEAM, N_("New bruises, small blood spots, or blood in urine or stools"), LEEDS, _for(CHEMOTHERAPY)),
    Line(TEAM, N_("A cough that does not go away"), LEEDS, _for(CHEMOTHERAPY)),
    Line(TEAM, N_("The place of the drip or line is red, swollen or painful"), LEEDS, _for(CHEMOTHERAPY)),
    Line(TEAM, N_("Any diarrhoea, blood in the stool, or cramps in the tummy"), ESMO, _for(IMMUNOTHERAPY)),
    Line(TEAM, N_("A new or worse cough"), ESMO, _for(IMMUNOTHERAPY)),
    Line(TEAM, N_("A new rash or itching"), ESMO, _for(IMMUNOTHERAPY)),
    Line(TEAM, N_("Trouble swallowing"), ICON, _for(RADIOTHERAPY)),
    Line(TEAM, N_("Skin in the treated place that is blistered, broken or wet"), ICON, _for(RADIOTHERAPY)),
    Line(TEAM, N_("Muscles that jerk, or seeing things that are not there"), MORPHINE, _for(OPIOID)),
    Line(TEAM, N_("No bowel movement for 3 days"), MORPHINE, _for(OPIOID)),
)
FEVER = N_("Shivering or feeling feverish, with or without a thermometer")
FEVER_SOURCES = (LEEDS, BIRMINGHAM)
