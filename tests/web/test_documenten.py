"""Documents as they were given, and the pages about what happened and what others told."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from meedoen.domain.dossier.actions import keep_document
from meedoen.domain.dossier.models import Document, Gebeurtenis
from meedoen.domain.keten.models import Aanlevering
from meedoen.domain.regio.models import Verwerking

PDF = b"%PDF-1.7\n\x00\xff test"


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


@pytest.fixture
def document(world, dossier):
    with world.scope():
        return keep_document(
            dossier,
            soort="oproep",
            titel="Oproep voor de brede intake",
            taal="ti",
            bestandsnaam="oproep 1.pdf",
            inhoud=PDF,
            by=world.alice,
        )


def test_a_document_is_downloaded_as_it_was_given(world, dossier, document, as_):
    answer = as_("alice").get(reverse("klantmanager:document", args=[dossier.pk, document.pk]))
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="oproep 1.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    with world.scope():
        assert Verwerking.objects.get(action="document").dossier_id_logged == dossier.pk


def test_only_within_its_own_dossier_and_for_who_may(world, dossier, document, as_):
    own = reverse("klantmanager:document", args=[dossier.pk, document.pk])
    for name, status in {"bob": 403, "tineke": 200, "charlie": 404, "bas": 403, "aad": 403}.items():
        assert as_(name).get(own).status_code == status
    other = world.dossier(world.alice)
    assert as_("alice").get(reverse("klantmanager:document", args=[other.pk, document.pk])).status_code == 404
    assert as_("alice").get(reverse("klantmanager:document", args=[dossier.pk, 999])).status_code == 404


def test_the_list_names_language_and_maker(dossier, document, as_):
    page = as_("alice").get(reverse("klantmanager:documenten", args=[dossier.pk])).content.decode()
    assert "Oproep voor de brede intake (PDF)" in page
    assert "Tigrinya" in page
    assert "Alice" in page


def test_a_document_never_changes(world, document):
    with world.scope(), pytest.raises(DatabaseError), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(titel="Anders")


def test_only_a_pdf_is_kept(world, dossier):
    with world.scope(), pytest.raises(ValueError, match="PDF"):
        keep_document(
            dossier,
            soort="oproep",
            titel="x",
            taal="nl",
            bestandsnaam="x.pdf",
            inhoud=b"<html>",
            by=world.alice,
        )


def test_the_logbook_tells_what_happened(world, dossier, document, as_):
    page = as_("alice").get(reverse("klantmanager:logboek", args=[dossier.pk])).content.decode()
    assert "Document bewaard: Oproep voor de brede intake." in page
    with world.scope():
        assert Gebeurtenis.objects.get(kind="DocumentBewaard").data == {"document": document.pk}


def test_what_others_told_shows_source_and_date_and_covers_numbers(world, dossier, as_):
    with world.scope():
        Aanlevering.objects.create(
            gemeente=world.leusden,
            dossier=dossier,
            bron="coa",
            told_on=date(2026, 3, 3),
            kenmerk="overdracht 12",
            gegevens={"opleiding": "middelbaar", "bsn": "999912345", "kinderen": ["Sara", "Ali"], "leeg": ""},
        )
    page = as_("alice").get(reverse("klantmanager:aanleveringen", args=[dossier.pk])).content.decode()
    assert "COA, 3 maart 2026" in page
    assert "middelbaar" in page
    assert "Sara, Ali" in page
    assert "999912345" not in page
    assert "••••••345" in page
    assert "Leeg" not in page
