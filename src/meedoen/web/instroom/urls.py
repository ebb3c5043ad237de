"""Addresses of these pages."""

app_name = "instroom"
urlpatterns: list = []
