"""The forms for what happened: one module a kind, in the order in which they are offered."""

from symtrack.ui.diary.forms import (
    call,
    change,
    cycle,
    dose,
    measurement,
    plain,
    scan,
    spell,
    team_list,
    treatment,
    visit,
)

FORMS = {
    form.kind: form
    for form in (
        treatment.FORM,
        cycle.FORM,
        scan.FORM,
        visit.FORM,
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
