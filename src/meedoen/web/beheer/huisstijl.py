"""House style, own policy and partners of a gemeente."""

import zlib
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meedoen.access.permissions import gemeenten_for, may
from meedoen.domain.pip.models import Afspraak
from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.models import Beleidsregel, Gemeente, Huisstijl, Organisatie
from meedoen.web.fields import DutchDateField
from meedoen.web.once import once
from meedoen.web.theme import ramp
from meedoen.web.versions import VersionedForm, conflict_response

LARGEST_LOGO = 200 * 1024
WIDEST_LOGO = 4000  # pixels; a small file can hold a picture that fills the memory
PNG = b"\x89PNG\r\n\x1a\n"


def check_png(content: bytes) -> None:
    """Raise ValueError, in Dutch, when this is not a whole PNG of a sensible size."""
    if not content.startswith(PNG):
        raise ValueError("Kies een PNG-bestand. Een ander soort plaatje kan niet in de brieven.")
    broken = ValueError("Dit PNG-bestand is beschadigd. Sla het logo opnieuw op en probeer het nog eens.")
    position, kinds = len(PNG), []
    while position < len(content):
        length = int.from_bytes(content[position : position + 4], "big")
        kind = content[position + 4 : position + 8]
        end = position + 12 + length
        if end > len(content) or zlib.crc32(content[position + 4 : end - 4]) != int.from_bytes(
            content[end - 4 : end], "big"
        ):
            raise broken
        if kind == b"IHDR" and length == 13:
            width = int.from_bytes(content[position + 8 : position + 12], "big")
            height = int.from_bytes(content[position + 12 : position + 16], "big")
            if not (0 < width <= WIDEST_LOGO and 0 < height <= WIDEST_LOGO):
                raise ValueError(
                    f"Het logo is te groot: ten hoogste {WIDEST_LOGO} bij {WIDEST_LOGO} beeldpunten."
                )
        kinds.append(kind)
        position = end
        if kind == b"IEND":
            break
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds or position != len(content):
        raise broken


class HuisstijlForm(VersionedForm):
    """How pages and letters of a gemeente look."""

    nieuw_logo = forms.FileField(
        label="Nieuw logo",
        required=False,
        help_text="Een PNG-bestand van ten hoogste 200 kB.",
        widget=forms.FileInput({"accept": "image/png"}),
    )
    logo_weg = forms.BooleanField(label="Het logo weghalen", required=False)

    class Meta:
        model = Huisstijl
        fields: ClassVar = [
            "kleur",
            "afzender",
            "adres",
            "postcode_plaats",
            "telefoon",
            "email",
            "website",
            "logo_alt",
        ]
        help_texts: ClassVar = {
            "kleur": "Zoals #155e75. Witte letters moeten erop te lezen zijn.",
            "afzender": "Staat onder brieven, zoals Team Inburgering.",
            "logo_alt": "Wat iemand hoort die het logo niet ziet, zoals Logo gemeente Leusden.",
        }

    field_order: ClassVar = [*Meta.fields[:-1], "nieuw_logo", "logo_alt", "logo_weg"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("nieuw_logo", "logo_weg"):
            self._stored.pop(name)

    def clean_kleur(self) -> str:
        """Return a colour on which white letters can be read."""
        colour = self.cleaned_data["kleur"].strip().lower()
        try:
            ramp(colour)
        except ValueError as fault:
            raise ValidationError(str(fault)) from None
        return colour

    def clean_nieuw_logo(self) -> bytes | None:
        """Return the bytes of a PNG, or None when nothing was chosen."""
        upload = self.cleaned_data["nieuw_logo"]
        if upload is None:
            return None
        if upload.size > LARGEST_LOGO:
            raise ValidationError("Dit bestand is groter dan 200 kB. Kies een kleiner logo.")
        content = upload.read()
        try:
            check_png(content)
        except ValueError as fault:
            raise ValidationError(str(fault)) from None
        return content

    def clean(self) -> dict[str, Any]:
        """Ask words for a picture."""
        cleaned = super().clean()
        keeps = self.instance.logo and not cleaned.get("logo_weg")
        if (cleaned.get("nieuw_logo") or keeps) and not cleaned.get("logo_alt"):
            self.add_error("logo_alt", "Beschrijf het logo in een paar woorden.")
        return cleaned

    def save(self, commit: bool = True) -> Huisstijl:
        """Set or remove the logo and save with the next version."""
        if self.cleaned_data["logo_weg"]:
            self.instance.logo = None
        if self.cleaned_data["nieuw_logo"] is not None:
            self.instance.logo = self.cleaned_data["nieuw_logo"]
        return super().save(commit)


class PolicyForm(forms.ModelForm):
    """A number that the gemeente sets itself, from a day, by a decision."""

    since = DutchDateField(label="Geldt vanaf")

    class Meta:
        model = Beleidsregel
        fields: ClassVar = ["onderwerp", "waarde", "since", "besluit"]
        help_texts: ClassVar = {
            "waarde": "Een heel getal: dagen, maanden of een aantal, zoals het onderwerp zegt.",
            "besluit": "Wie besloot dit en wanneer, zoals: college, 12 mei 2026.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["onderwerp"].choices = [("", "Kies een onderwerp"), *Beleidsregel.Onderwerp.choices]

    def clean_waarde(self) -> int:
        """Return a number that can be meant."""
        if not 1 <= self.cleaned_data["waarde"] <= 365:
            raise ValidationError("Vul een getal in van 1 tot en met 365.")
        return self.cleaned_data["waarde"]


class PartnerForm(forms.ModelForm):
    """A partner in the plan."""

    class Meta:
        model = Organisatie
        fields: ClassVar = ["naam", "soort"]
        help_texts: ClassVar = {"soort": "Zoals taalschool, bibliotheek of vrijwilligersorganisatie."}


@may("huisstijl.change", methods=("GET",))
def overzicht(request: HttpRequest) -> HttpResponse:
    """Go to the gemeente of the beheerder, or let her choose one."""
    gemeenten = gemeenten_for(request.user, "huisstijl.change")
    if len(gemeenten) == 1:
        return redirect("beheer:huisstijl-gemeente", gemeenten[0].pk)
    return render(request, "beheer/gemeenten.html", {"gemeenten": gemeenten})


@may("huisstijl.change")
def huisstijl(request: HttpRequest, gemeente_id: int) -> HttpResponse:
    """Change the house style of one gemeente."""
    gemeente = _gemeente(request, gemeente_id)
    row, _ = Huisstijl.objects.get_or_create(gemeente=gemeente)
    form = HuisstijlForm(data=request.POST or None, files=request.FILES or None, instance=row)
    if form.is_valid():
        form.save()
        record_security(
            "huisstijl gewijzigd",
            "gelukt",
            actor=request.user,
            gemeente=gemeente,
            detail=", ".join(form.changed_data),
        )
        messages.success(request, "De huisstijl is opgeslagen. Nieuwe brieven krijgen haar meteen.")
        return redirect("beheer:huisstijl-gemeente", gemeente.pk)
    if form.conflict:
        return conflict_response(request, form, {})
    has_logo = Huisstijl.objects.filter(pk=row.pk, logo__isnull=False).exists()
    context = {"gemeente_gekozen": gemeente, "form": form, "has_logo": has_logo, "current": "huisstijl"}
    return render(request, "beheer/huisstijl.html", context)


@may("huisstijl.change", methods=("GET",))
def logo(request: HttpRequest, gemeente_id: int) -> HttpResponse:
    """Give the logo of one gemeente."""
    row = Huisstijl.objects.filter(gemeente=_gemeente(request, gemeente_id)).first()
    if row is None or not row.logo:
        raise Http404("Er is geen logo.")
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-cache"}
    return HttpResponse(bytes(row.logo), content_type="image/png", headers=headers)


@may("huisstijl.change")
@once
def beleid(request: HttpRequest, gemeente_id: int) -> HttpResponse:
    """Show the numbers that the gemeente set itself, and add one."""
    gemeente = _gemeente(request, gemeente_id)
    form = PolicyForm(request.POST or None, instance=Beleidsregel(gemeente=gemeente))
    if form.is_valid() and _saved(form, "since", "Voor dit onderwerp geldt vanaf die dag al een getal."):
        rule = form.instance
        record_security(
            "beleid vastgelegd",
            "gelukt",
            actor=request.user,
            gemeente=gemeente,
            detail=f"{rule.get_onderwerp_display()}: {rule.waarde} vanaf {rule.since}",
        )
        messages.success(request, "Het beleid is vastgelegd.")
        return redirect("beheer:beleid", gemeente.pk)
    rules = gemeente.beleidsregels.all()
    context = {"gemeente_gekozen": gemeente, "form": form, "rules": rules, "current": "beleid"}
    return render(request, "beheer/beleid.html", context)


@may("huisstijl.change")
@once
def partners(request: HttpRequest, gemeente_id: int) -> HttpResponse:
    """Show the partners of the gemeente, and add one."""
    gemeente = _gemeente(request, gemeente_id)
    form = PartnerForm(request.POST or None, instance=Organisatie(gemeente=gemeente))
    if form.is_valid() and _saved(form, "naam", "Deze partner staat er al."):
        messages.success(request, "De partner is toegevoegd.")
        return redirect("beheer:partners", gemeente.pk)
    context = {
        "gemeente_gekozen": gemeente,
        "form": form,
        "partners": gemeente.organisaties.all(),
        "current": "partners",
    }
    return render(request, "beheer/partners.html", context)


@may("huisstijl.change", methods=("POST",))
def partner_weg(request: HttpRequest, gemeente_id: int, partner_id: int) -> HttpResponse:
    """Remove a partner that stands in no agreement."""
    gemeente = _gemeente(request, gemeente_id)
    partner = gemeente.organisaties.filter(pk=partner_id).first() if partner_id < 2**63 else None
    if partner is None:
        raise Http404("Deze partner bestaat niet.")
    if Afspraak.objects.filter(partner=partner).exists():
        messages.error(request, f"{partner} staat in een afspraak van een PIP en blijft daarom bestaan.")
    else:
        partner.delete()
        messages.success(request, f"{partner} is weggehaald.")
    return redirect("beheer:partners", gemeente.pk)


def _gemeente(request: HttpRequest, gemeente_id: int) -> Gemeente:
    found = [place for place in gemeenten_for(request.user, "huisstijl.change") if place.pk == gemeente_id]
    if not found:
        raise Http404("Deze gemeente bestaat niet, of u beheert haar niet.")
    return found[0]


def _saved(form: forms.ModelForm, field: str, sentence: str) -> bool:
    """Save; a row that exists already becomes an error at that field."""
    try:
        with transaction.atomic():
            form.save()
    except IntegrityError:
        form.add_error(field, sentence)
        return False
    return True
