"""Addresses of these pages."""

app_name = "beheer"
urlpatterns: list = []
