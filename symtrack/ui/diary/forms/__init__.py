"""The forms for what happened: one module a kind, in the order in which they are offered."""

from symtrack.diary.rows import Event
from symtrack.ui.diary.forms import (
    call,
    change,
    cycle,
    dose,
    marker,
    measurement,
    plain,
    scan,
    spell,
    stay,
    team_list,
    treatment,
    visit,
)
from symtrack.ui.diary.forms.form import Form

FORMS = {
    form.key: form
    for form in (
        treatment.FORM,
        cycle.FORM,
        scan.FORM,
        marker.FORM,
        visit.FORM,
        stay.FORM,
        call.FORM,
        dose.FORM,
        change.FORM,
        spell.FORM,
        measurement.FORM,
        team_list.FORM,
        plain.NOTE,
        plain.OTHER,
    )
}


def form_of(event: Event) -> Form:
    """The form in which the event is corrected; words and a day for kinds that have none of their own."""
    return FORMS.get(str(event.body.get("what")), FORMS.get(event.kind, plain.NOTE))
