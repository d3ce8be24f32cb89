"""Words that letters and teams use, each explained in two or three plain sentences. None of it is advice."""

from symtrack.i18n import N_

WORDS = (
    (
        N_("First line, second line, later line"),
        N_(
            "The first treatment against a cancer is called first line. If another one is begun later, that is the "
            "second line, and so on. Ask your team which line yours is."
        ),
    ),
    (
        N_("Cycle"),
        N_(
            "Many treatments are given, and then there is a rest. The two together are one cycle, and day 1 is the day "
            "on which it is given. Ask your team how long yours are, and how many are planned."
        ),
    ),
    (
        N_("Chemotherapy"),
        N_(
            "Medicines that stop cells from growing and dividing. They reach cancer cells, and some healthy cells too. "
            "Ask your team what yours is called."
        ),
    ),
    (
        N_("Targeted therapy"),
        N_(
            "Medicines that act on something special about the cancer cells. Often tests are made first, to see if "
            "they fit. Ask your team whether yours is one of them."
        ),
    ),
    (
        N_("Immunotherapy"),
        N_(
            "Medicines that help the body’s own defences to find cancer cells. Ask your team what to look out for "
            "with yours."
        ),
    ),
    (
        N_("Hormone therapy"),
        N_(
            "Some cancers need the body’s hormones to grow. These medicines lower or block them. Ask your team how "
            "long yours is meant to go on."
        ),
    ),
    (
        N_("Trial"),
        N_(
            "A study in which a treatment is tried with people who agreed to it. You can leave it at any time. "
            "Ask your team what yours is looking at."
        ),
    ),
    (
        N_("Progression"),
        N_(
            "It means that the cancer has grown or spread since the last look. Doctors tell it from scans, from blood "
            "tests and from how you are. Ask your team what it means for you."
        ),
    ),
    (
        N_("Tumour marker"),
        N_(
            "Something in the blood that is measured now and then. One number alone says little, and not every cancer "
            "has a marker. Ask your team what yours says."
        ),
    ),
    (
        N_("Supportive treatment"),
        N_(
            "Whatever helps you to live with the illness and its treatment, such as medicines against nausea or "
            "pain. It can be given beside any other treatment. Ask your team what there is for you."
        ),
    ),
    (
        N_("Palliative care"),
        N_(
            "Care for how you feel and live with the illness, and for those around you. It can begin early, and "
            "go on beside other treatments. Ask your team who does this where you live."
        ),
    ),
)
