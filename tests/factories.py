"""Factories of fictional people and cases for tests.

Each factory must be called within the tenant scope of its gemeente.
"""

from datetime import date

import factory
from django.utils import timezone

from meedoen.demo.numbers import fictional_bsn
from meedoen.domain.dossier.models import Dossier, Huishouden, Inburgeringsplichtige
from meedoen.domain.regio.models import Aanstelling, Gemeente, Huisstijl, Medewerker, Rol, Team
from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfstitel


class GemeenteFactory(factory.django.DjangoModelFactory):
    """A gemeente with a house style."""

    class Meta:
        model = Gemeente
        django_get_or_create = ("naam",)
        skip_postgeneration_save = True

    naam = factory.Sequence(lambda n: f"Voorbeeldstad {n}")
    cbs_code = factory.Sequence(lambda n: f"{9000 + n}")
    huisstijl = factory.RelatedFactory("tests.factories.HuisstijlFactory", factory_related_name="gemeente")


class HuisstijlFactory(factory.django.DjangoModelFactory):
    """A sender for letters."""

    class Meta:
        model = Huisstijl
        django_get_or_create = ("gemeente",)

    afzender = "Team Inburgering"
    adres = "Postbus 1"
    postcode_plaats = factory.LazyAttribute(lambda h: f"3830 AA {h.gemeente.naam}")
    telefoon = "14 033"
    email = factory.LazyAttribute(lambda h: f"inburgering@{h.gemeente.naam.lower().replace(' ', '')}.example")
    website = "www.voorbeeld.example"


class TeamFactory(factory.django.DjangoModelFactory):
    """A team of one gemeente."""

    class Meta:
        model = Team
        django_get_or_create = ("gemeente", "naam")

    naam = "Team Inburgering"


class MedewerkerFactory(factory.django.DjangoModelFactory):
    """Somebody who logs in; `rol` and `gemeente` give her an aanstelling."""

    class Meta:
        model = Medewerker
        django_get_or_create = ("email",)
        skip_postgeneration_save = True

    class Params:
        rol = Rol.KLANTMANAGER

    naam = factory.Sequence(lambda n: f"Medewerker {n}")
    email = factory.Sequence(lambda n: f"medewerker{n}@voorbeeld.example")
    functie = "klantmanager inburgering"

    @classmethod
    def _create(cls, model_class: type[Medewerker], *args: object, **kwargs: object) -> Medewerker:
        password = kwargs.pop("password", None)
        if (known := Medewerker.objects.filter(email=kwargs["email"]).first()) is not None:
            return known
        return Medewerker.objects.create_user(password=password, **kwargs)


def appoint(medewerker: Medewerker, gemeente: Gemeente, rol: Rol, team: Team | None = None) -> Aanstelling:
    """Give somebody a role for a gemeente, from long ago."""
    return Aanstelling.objects.get_or_create(
        medewerker=medewerker, gemeente=gemeente, rol=rol, since=date(2022, 1, 1), defaults={"team": team}
    )[0]


class HuishoudenFactory(factory.django.DjangoModelFactory):
    """A household."""

    class Meta:
        model = Huishouden

    code = factory.Sequence(lambda n: f"HH{n:04d}")


class InburgeringsplichtigeFactory(factory.django.DjangoModelFactory):
    """A person with a fictional BSN and V-nummer."""

    class Meta:
        model = Inburgeringsplichtige

    voornaam = "Amina"
    achternaam = factory.Sequence(lambda n: f"Haddad {n}")
    geslacht = "V"
    geboortedatum = date(1990, 6, 1)
    nationaliteit = "Syrië"
    taal = "ar"
    postcode = "3831 AA"
    plaats = "Leusden"
    bsn = factory.Sequence(lambda n: fictional_bsn(n % 500))
    v_nummer = factory.Sequence(lambda n: f"{2_800_000_000 + n}")


class DossierFactory(factory.django.DjangoModelFactory):
    """A dossier of an asielstatushouder who lives in the gemeente, ten weeks not yet over."""

    class Meta:
        model = Dossier

    gemeente = factory.SubFactory(GemeenteFactory)
    inburgeringsplichtige = factory.SubFactory(
        InburgeringsplichtigeFactory, gemeente=factory.SelfAttribute("..gemeente")
    )
    doelgroep = Doelgroep.ASIELSTATUSHOUDER
    verblijfstitel = Verblijfstitel.ASIEL_BEPAALDE_TIJD
    bekendmaking_on = factory.LazyFunction(lambda: timezone.localdate() - timezone.timedelta(days=200))
    kennisgeving_on = factory.LazyFunction(lambda: timezone.localdate() - timezone.timedelta(days=180))
    inschrijving_on = factory.LazyFunction(lambda: timezone.localdate() - timezone.timedelta(days=20))
