"""Addresses of these pages."""

app_name = "inkoper"
urlpatterns: list = []
