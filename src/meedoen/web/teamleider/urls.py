"""Addresses of these pages."""

app_name = "teamleider"
urlpatterns: list = []
