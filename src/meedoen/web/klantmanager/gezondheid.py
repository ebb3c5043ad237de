"""Health, on a page of its own, with its own permission and its own line in the evidence of use."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from meedoen.access.dossiers import dossier_or_404
from meedoen.access.permissions import may
from meedoen.domain.brede_intake.actions import save_gezondheid
from meedoen.domain.brede_intake.models import Gezondheid
from meedoen.domain.brede_intake.vraag import LONGEST_STORY
from meedoen.domain.brede_intake.vragen import GEZONDHEID
from meedoen.domain.dossier.actions import NotPossible
from meedoen.web.fields import DutchDateField
from meedoen.web.klantmanager.intake_frame import intake_context, own_part
from meedoen.web.versions import VersionedForm, conflict_response

SEALED = tuple(vraag.code for vraag in GEZONDHEID.vragen)


class GezondheidForm(VersionedForm):
    """The sealed texts, and the day on which health was talked over. Nothing is kept in the browser."""

    besproken_on = DutchDateField(
        label="Besproken op",
        required=False,
        in_the_past=True,
        help_text="Vul dit ook in als er niets is om rekening mee te houden. De wet vraagt een verkenning, "
        "geen ziektegeschiedenis.",
    )

    class Meta:
        model = Gezondheid
        fields: ClassVar = ["besproken_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for vraag in GEZONDHEID.vragen:
            self.fields[vraag.code] = forms.CharField(
                label=vraag.tekst,
                help_text=vraag.hint,
                required=False,
                max_length=LONGEST_STORY,
                widget=forms.Textarea({"rows": 3, "data-nostore": True, "autocomplete": "off"}),
            )
            self._stored[vraag.code] = self.initial[vraag.code] = getattr(self.instance, vraag.code)
        self.order_fields([*SEALED, "besproken_on"])

    def save(self, commit: bool = True) -> Gezondheid:
        """Seal the texts in the row."""
        for code in SEALED:
            setattr(self.instance, code, self.cleaned_data[code].strip())
        return super().save(commit)


@may("gezondheid.view")
def gezondheid(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show and change what the plan must take into account; reading it is one line in the evidence."""
    writing = request.method == "POST"
    action = "gezondheid-wijzigen" if writing else "gezondheid"
    dossier = dossier_or_404(request, dossier_id, "gezondheid.view", action=action)
    row = own_part(dossier, Gezondheid, writing=writing)
    form = GezondheidForm(data=request.POST or None, instance=row)
    if form.is_valid():
        try:
            save_gezondheid(form.save(commit=False), by=request.user, on=localdate())
        except NotPossible as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Opgeslagen. Alleen wie dit mag, kan het lezen.")
            return redirect("klantmanager:gezondheid", dossier.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    context = intake_context(
        request,
        dossier,
        "gezondheid",
        form=form,
        sectie=GEZONDHEID,
        article_link=GEZONDHEID.artikel.deep_link(localdate()),
    )
    return render(request, "klantmanager/intake/gezondheid.html", context)
