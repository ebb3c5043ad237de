"""Addresses of these pages."""

app_name = "auditor"
urlpatterns: list = []
