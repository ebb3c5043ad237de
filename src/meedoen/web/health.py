"""Is it alive, and can it work? For probes; shows no personal data."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from meedoen.access.permissions import public


@public
def live(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process runs."""
    return HttpResponse("ok", content_type="text/plain")


@public
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers and is migrated, else 503 with what is wrong."""
    try:
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except Exception as fault:
        return JsonResponse({"database": type(fault).__name__}, status=503)
    state = {"database": connection.vendor, "migrations_waiting": waiting}
    return JsonResponse(state, status=503 if waiting else 200)
