"""All addresses."""

from django.urls import include, path

from meedoen.web import health, start, theming
from meedoen.web.errors import bad_request, page_not_found, permission_denied, server_error

handler400 = bad_request
handler403 = permission_denied
handler404 = page_not_found
handler500 = server_error

urlpatterns = [
    path("", start.start, name="start"),
    path("thema.css", theming.theme, name="thema"),
    path("_healthz/livez/", health.live, name="livez"),
    path("_healthz/readyz/", health.ready, name="readyz"),
    path("account/", include("meedoen.web.account_urls")),
    path("", include("meedoen.web.klantmanager.urls")),
    path("duo/", include("meedoen.web.duo.urls")),
    path("", include("meedoen.web.overdracht.urls")),
    path("inlezen/", include("meedoen.web.instroom.urls")),
    path("team/", include("meedoen.web.teamleider.urls")),
    path("cijfers/", include("meedoen.web.inkoper.urls")),
    path("wat-als/", include("meedoen.web.beleid.urls")),
    path("auditor/", include("meedoen.web.auditor.urls")),
    path("beheer/", include("meedoen.web.beheer.urls")),
    path("api/v1/", include("meedoen.api.urls")),
    path("duo/", include("meedoen.integrations.duo.urls")),
]
