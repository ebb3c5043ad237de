"""The address that DUO calls; DUO adds `/notificaties` to the base address that a gemeente gives."""

from django.urls import path

from . import inbox

app_name = "duo-inbox"
urlpatterns = [path("notificaties", inbox.notificaties, name="notificaties")]
