"""The forms for what happened: one module a kind, in the order in which they are offered."""

from symtrack.ui.diary.forms import change, cycle, dose, measurement, plain, scan, spell, treatment, visit

FORMS = {
    form.kind: form
    for form in (
        treatment.FORM,
        cycle.FORM,
        scan.FORM,
        visit.FORM,
        dose.FORM,
        change.FORM,
        spell.FORM,
        measurement.FORM,
        plain.NOTE,
        plain.OTHER,
    )
}
