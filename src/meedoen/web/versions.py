"""Two people edit the same thing: the second gets both versions and keeps what she typed."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class VersionedForm(forms.ModelForm):
    """A form that knows which version of the row it was filled from.

    ``conflict`` is True after validation when somebody else saved in between; the
    typed values stay in the form, and ``theirs`` lists what stands in the database.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if (instance := kwargs.get("instance")) is not None and instance.pk and (args or kwargs.get("data")):
            _lock(instance)
        super().__init__(*args, **kwargs)
        self.conflict = False
        self.theirs: list[dict[str, Any]] = []
        self._stored_version = self.instance.version if self.instance.pk else 0
        self._stored = {name: getattr(self.instance, name, None) for name in self.fields if name != "version"}
        self.initial["version"] = self._stored_version

    def clean(self) -> dict[str, Any]:
        """Compare the version of the form with the stored one."""
        cleaned = super().clean()
        if cleaned.get("version") is not None and cleaned["version"] != self._stored_version:
            self.conflict = True
            self.theirs = [
                {"label": self.fields[name].label, "mine": cleaned.get(name), "theirs": stored}
                for name, stored in self._stored.items()
                if name in self.fields and cleaned.get(name) != stored
            ]
            self.add_error(None, "Iemand anders heeft dit intussen gewijzigd.")
            # The form now stands for the stored version: sending it again is a conscious choice.
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = str(self._stored_version)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Save with the next version number."""
        self.instance.version = self._stored_version + 1
        return super().save(commit)


def _lock(instance: Any) -> None:
    """Hold the row until the transaction ends, and see what others saved just before."""
    type(instance)._base_manager.select_for_update().get(pk=instance.pk)
    instance.refresh_from_db()


def conflict_response(request: HttpRequest, form: VersionedForm, context: dict[str, Any]) -> HttpResponse:
    """Show both versions (409); the form on the page still holds the typed text."""
    return render(request, "409.html", {"form": form, "differences": form.theirs, **context}, status=409)
