"""FHIR R4: what of a diary a hospital's system can take, one kind of resource a module, and such a bundle read again.

`docs/fhir.md` has the table of what becomes what.
"""
