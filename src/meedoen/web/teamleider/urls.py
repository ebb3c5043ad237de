"""Addresses of these pages."""

from django.urls import path

from . import waarnemingen

app_name = "teamleider"
urlpatterns: list = [
    path("waarnemingen/", waarnemingen.waarnemingen, name="waarnemingen"),
    path("waarnemingen/<int:waarneming_id>/", waarnemingen.waarneming, name="waarneming"),
]
