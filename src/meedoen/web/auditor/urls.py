"""Addresses of these pages."""

from django.urls import path

from . import logboek, rechten

app_name = "auditor"
urlpatterns: list = [
    path("logboek/", logboek.logboek, name="logboek"),
    path("logboek/excel/", logboek.logboek_excel, name="logboek-excel"),
    path("beveiliging/", logboek.beveiliging, name="beveiliging"),
    path("beveiliging/excel/", logboek.beveiliging_excel, name="beveiliging-excel"),
    path("rechten/", rechten.rechten, name="rechten"),
    path("rechten/excel/", rechten.rechten_excel, name="rechten-excel"),
]
