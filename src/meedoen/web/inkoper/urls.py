"""Addresses of these pages."""

from django.urls import path

from . import cijfers

app_name = "inkoper"
urlpatterns: list = [
    path("", cijfers.cijfers, name="cijfers"),
    path("excel/", cijfers.cijfers_excel, name="cijfers-excel"),
]
