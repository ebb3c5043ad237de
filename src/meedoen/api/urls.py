"""Addresses of the API, without a slash at the end; each stands in the OpenAPI document."""

from django.urls import path

from . import dossiers, law, openapi

app_name = "api"
urlpatterns = [
    path("openapi.json", openapi.document, name="openapi"),
    path("wet/vragen", law.questions, name="vragen"),
    path("wet/vragen/<slug:naam>", law.question, name="vraag"),
    path("wet/vragen/<slug:naam>/antwoord", law.answer, name="antwoord"),
    path("dossiers/<int:dossier_id>/uitleg/<slug:vraag>", dossiers.explanation, name="uitleg"),
    path("dossiers/<int:dossier_id>/uitleg/<slug:vraag>/verschil", dossiers.changes, name="verschil"),
    path("<path:rest>", law.nowhere, name="nergens"),
]
