"""The forms for what happened: one module a kind, in the order in which they are offered."""

from symtrack.ui.diary.forms import call, cycle, plain, scan, team_list, treatment, visit

_ALL = (
    treatment.FORM,
    cycle.FORM,
    scan.FORM,
    visit.FORM,
    call.FORM,
    team_list.FORM,
    plain.NOTE,
    plain.OTHER,
)
FORMS = {form.kind: form for form in _ALL}
