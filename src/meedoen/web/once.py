"""A form that creates something works once: the second sending shows the first answer."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect

from meedoen.domain.regio.models import Verzending

FIELD = "verzending"


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Guard a view that creates: its form carries ``{% verzending %}``, a key made when the form was shown.

    The first POST with a key that ends in a redirect is remembered with its
    address; a repeat is redirected there and changes nothing. A POST without a
    valid key gets 400. A POST that shows the form again (an error) keeps its key.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        try:
            key = uuid.UUID(request.POST.get(FIELD, ""))
        except ValueError:
            return HttpResponseBadRequest(
                "Het formulier is niet volledig. Ga terug en open de pagina opnieuw."
            )
        try:
            with transaction.atomic():
                sending = Verzending.objects.create(
                    sleutel=key, medewerker=request.user, path=request.path[:200]
                )
        except IntegrityError:
            earlier = Verzending.objects.get(sleutel=key)
            if earlier.medewerker_id != request.user.pk or earlier.path != request.path[:200]:
                return HttpResponseBadRequest(
                    "Deze sleutel hoort bij een ander formulier. Open de pagina opnieuw."
                )
            return redirect(earlier.location or request.path)
        response = view(request, *args, **kwargs)
        if 300 <= response.status_code < 400:
            sending.location = response["Location"][:300]
            sending.save(update_fields=["location"])
        else:
            sending.delete()
        return response

    guarded.is_once = True  # type: ignore[attr-defined]
    return guarded


def new_key() -> str:
    """Return a new key for a form."""
    return str(uuid.uuid4())
