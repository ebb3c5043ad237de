"""Who works for the gemeente: accounts and roles. Nobody sees or sets the password of another."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.mail import send_mail
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from meedoen.access.permissions import gemeenten_of, may
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.medewerkers import (
    NotAllowed,
    end_role,
    end_sessions,
    give_role,
    make_account,
    set_active,
    works_only_for,
)
from meedoen.domain.regio.models import Aanstelling, Gemeente, Medewerker, Rol, Team
from meedoen.web.accounts import password_path
from meedoen.web.fields import DutchDateField
from meedoen.web.once import once

ELSEWHERE = (
    "Deze medewerker werkt ook voor een andere gemeente. "
    "U kunt hier alleen de rollen voor uw gemeente beëindigen."
)
MAIL = """Beste {naam},

Kies met deze link uw wachtwoord voor Meedoen. De link komt van {by} en werkt een keer, een dag lang:

{link}

Verwachtte u deze mail niet? Doe dan niets en meld het bij uw beheerder.
"""


class RoleForm(forms.Form):
    """A role for a gemeente, from a day and maybe until a day."""

    gemeente = forms.ModelChoiceField(queryset=Gemeente.objects.none(), label="Gemeente", empty_label=None)
    rol = forms.ChoiceField(label="Rol", choices=Rol.choices, widget=forms.RadioSelect)
    team = forms.ModelChoiceField(
        queryset=Team.objects.none(), label="Team", required=False, empty_label="geen team"
    )
    since = DutchDateField(label="Vanaf")
    until = DutchDateField(
        label="Tot",
        required=False,
        help_text="De eerste dag waarop de rol niet meer geldt. Leeg: tot u haar beëindigt.",
    )

    def __init__(self, *args, gemeente_ids: list[int], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = Gemeente.objects.filter(pk__in=gemeente_ids)
        self.fields["team"].queryset = Team.objects.filter(gemeente_id__in=gemeente_ids).order_by("naam")
        self.fields["since"].initial = localdate()


class AccountForm(RoleForm):
    """A new medewerker with a first role."""

    naam = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(label="E-mailadres", max_length=254)
    functie = forms.CharField(label="Functie", max_length=120, required=False)

    field_order = ("naam", "email", "functie", "gemeente", "rol", "team", "since", "until")


@may("medewerkers.change", methods=("GET",))
def medewerkers(request: HttpRequest) -> HttpResponse:
    """List who works or worked for the beheerder's gemeenten."""
    today = localdate()
    people = []
    for person in _staff(request).prefetch_related("aanstellingen__gemeente").order_by("naam", "pk"):
        rows = [row for row in person.aanstellingen.all() if row.gemeente_id in _gemeenten(request)]
        current = [row for row in rows if row.since <= today and (row.until is None or row.until > today)]
        people.append((person, current))
    return render(request, "beheer/medewerkers.html", {"people": people})


@may("medewerkers.change")
@once
def nieuw(request: HttpRequest) -> HttpResponse:
    """Make an account with a first role; a known address gets only the role."""
    form = AccountForm(request.POST or None, gemeente_ids=_gemeenten(request))
    if form.is_valid():
        asked = form.cleaned_data
        try:
            with transaction.atomic():
                person, is_new = make_account(
                    email=asked["email"],
                    naam=asked["naam"],
                    functie=asked["functie"],
                    gemeente=asked["gemeente"],
                    by=request.user,
                )
                _give(person, asked, request.user)
        except NotAllowed as fault:
            form.add_error(None, str(fault))
        else:
            if is_new:
                messages.success(
                    request, "Het account is gemaakt. Geef de medewerker nu een link voor het wachtwoord."
                )
            else:
                messages.info(request, f"Dit account bestond al. {person} heeft er nu een rol bij.")
            return redirect("beheer:medewerker", person.pk)
    return render(request, "beheer/medewerker_nieuw.html", {"form": form})


@may("medewerkers.change")
@once
def medewerker(request: HttpRequest, medewerker_id: int) -> HttpResponse:
    """Show one medewerker with her roles, and give a role."""
    person = _person(request, medewerker_id)
    form = RoleForm(request.POST or None, gemeente_ids=_gemeenten(request))
    if form.is_valid():
        try:
            _give(person, form.cleaned_data, request.user)
        except NotAllowed as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "De rol is gegeven. Dit staat in het beveiligingslog.")
            return redirect("beheer:medewerker", person.pk)
    return _show(request, person, form)


@may("medewerkers.change", methods=("POST",))
def rol_beeindigen(request: HttpRequest, medewerker_id: int, aanstelling_id: int) -> HttpResponse:
    """End one role from today."""
    person = _person(request, medewerker_id)
    row = (
        person.aanstellingen.filter(pk=aanstelling_id, gemeente_id__in=_gemeenten(request))
        .select_related("gemeente")
        .first()
        if aanstelling_id < 2**63
        else None
    )
    if row is None:
        raise Http404("Deze rol bestaat niet.")
    try:
        end_role(row, by=request.user, on=localdate())
    except NotAllowed as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, _after_ending(row))
    if not gemeenten_of(Medewerker.objects.get(pk=request.user.pk), "medewerkers.change"):
        return redirect("start")
    return redirect("beheer:medewerker", person.pk)


@may("medewerkers.change", methods=("POST",))
def blokkeren(request: HttpRequest, medewerker_id: int) -> HttpResponse:
    """Close or open the account for log-in; closing ends every session."""
    person = _person(request, medewerker_id)
    if not works_only_for(person, _gemeenten(request), on=localdate()):
        messages.error(request, ELSEWHERE)
        return redirect("beheer:medewerker", person.pk)
    active = request.POST.get("actief") == "ja"
    try:
        set_active(person, active, by=request.user, gemeente=_log_gemeente(request, person))
    except NotAllowed as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, "Het account is weer open." if active else "Het account is geblokkeerd.")
    return redirect("beheer:medewerker", person.pk)


@may("medewerkers.change", methods=("POST",))
def sessies(request: HttpRequest, medewerker_id: int) -> HttpResponse:
    """Log a medewerker out everywhere, also when she works elsewhere too: a lost laptop cannot wait."""
    person = _person(request, medewerker_id)
    count = end_sessions(person, by=request.user, gemeente=_log_gemeente(request, person))
    if person.pk == request.user.pk:
        logout(request)
        return redirect("account_login")
    messages.success(request, "1 sessie beëindigd." if count == 1 else f"{count} sessies beëindigd.")
    return redirect("beheer:medewerker", person.pk)


@may("medewerkers.change", methods=("POST",))
@never_cache
def wachtwoordlink(request: HttpRequest, medewerker_id: int) -> HttpResponse:
    """Make a link with which the medewerker chooses a password; it works once, for a day.

    Whoever holds the link can take over the account, so it is shown only for an
    account that nobody ever used; any other account gets it by e-mail.
    """
    person = _person(request, medewerker_id)
    if not works_only_for(person, _gemeenten(request), on=localdate()):
        messages.error(request, ELSEWHERE)
        return redirect("beheer:medewerker", person.pk)
    show = person.last_login is None and not person.has_usable_password()
    if not show and not _can_mail():
        messages.error(
            request,
            "Er is geen mailserver ingesteld en dit account is al gebruikt. "
            "Vraag de technisch beheerder om een link.",
        )
        return redirect("beheer:medewerker", person.pk)
    link = request.build_absolute_uri(password_path(person))
    if _can_mail():
        text = MAIL.format(naam=person.naam, by=request.user.naam, link=link)
        transaction.on_commit(
            lambda: send_mail("Uw account in Meedoen", text, None, [person.email]), robust=True
        )
    record_security(
        "wachtwoordlink gemaakt",
        "getoond" if show else "gemaild",
        actor=request.user,
        gemeente=_log_gemeente(request, person),
        detail=f"medewerker {person.pk}",
    )
    if not show:
        messages.success(request, f"De link is gemaild naar {person.email}.")
        return redirect("beheer:medewerker", person.pk)
    context = {"person": person, "link": link, "mailed": _can_mail()}
    response = render(request, "beheer/wachtwoordlink.html", context)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _gemeenten(request: HttpRequest) -> list[int]:
    return gemeenten_of(request.user, "medewerkers.change")


def _staff(request: HttpRequest):
    return Medewerker.objects.filter(aanstellingen__gemeente_id__in=_gemeenten(request)).distinct()


def _person(request: HttpRequest, medewerker_id: int) -> Medewerker:
    person = _staff(request).filter(pk=medewerker_id).first() if medewerker_id < 2**63 else None
    if person is None:
        raise Http404("Deze medewerker werkt niet voor uw gemeente.")
    return person


def _show(request: HttpRequest, person: Medewerker, form: RoleForm) -> HttpResponse:
    today = localdate()
    mine = _gemeenten(request)
    roles = person.aanstellingen.filter(gemeente_id__in=mine).select_related("gemeente", "team")
    context = {
        "person": person,
        "roles": [(row, row.until is None or row.until > today) for row in roles.order_by("-since", "rol")],
        "form": form,
        "only_here": works_only_for(person, mine, on=today),
        "is_self": person.pk == request.user.pk,
    }
    return render(request, "beheer/medewerker.html", context)


def _give(person: Medewerker, asked: dict, by: Medewerker) -> Aanstelling:
    return give_role(
        person,
        gemeente=asked["gemeente"],
        rol=Rol(asked["rol"]),
        since=asked["since"],
        until=asked["until"],
        team=asked["team"],
        by=by,
    )


def _after_ending(row: Aanstelling) -> str:
    """Return what the beheerder must know: dossiers stay with whoever left."""
    sentence = "De rol is beëindigd."
    if row.rol == Rol.KLANTMANAGER:
        left = Dossier.objects.filter(
            gemeente_id=row.gemeente_id, klantmanager_id=row.medewerker_id, afgesloten_on__isnull=True
        ).count()
        if left:
            sentence += f" Er staan nog {left} dossiers op deze naam. De teamleider kan ze toewijzen."
    return sentence


def _log_gemeente(request: HttpRequest, person: Medewerker) -> Gemeente:
    """Return the gemeente of this beheerder for which the medewerker works or worked."""
    row = person.aanstellingen.filter(gemeente_id__in=_gemeenten(request)).select_related("gemeente").first()
    return row.gemeente


def _can_mail() -> bool:
    """Return whether mail reaches people; the console backend only prints it in the technical log."""
    return not settings.EMAIL_BACKEND.endswith((".console.EmailBackend", ".dummy.EmailBackend"))
