"""The form that a migration is confirmed with."""

from __future__ import annotations

from django import forms

DETAILS = ("given_name", "family_name", "email", "phone", "date_of_birth")


class Confirmation(forms.Form):
    """What may be missing of the attendee (M6) is left blank where it is on record."""

    requested_by = forms.CharField(widget=forms.HiddenInput)
    idempotency_key = forms.CharField(widget=forms.HiddenInput)
    form_number = forms.CharField(max_length=20)
    given_name = forms.CharField(required=False)
    family_name = forms.CharField(required=False)
    email = forms.EmailField(required=False)
    phone = forms.CharField(required=False)
    date_of_birth = forms.DateField(required=False)

    @property
    def details(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in DETAILS}

    def only(self, missing: tuple[str, ...]) -> Confirmation:
        """Without the details that are on record."""
        for name in set(DETAILS) - set(missing):
            del self.fields[name]
        return self
