"""Addresses of these pages."""

from django.urls import path

from . import wat_als

app_name = "beleid"
urlpatterns: list = [
    path("", wat_als.wat_als, name="wat-als"),
    path("geraakt/", wat_als.geraakt, name="geraakt"),
]
