"""Addresses of these pages."""

app_name = "klantmanager"
urlpatterns: list = []
