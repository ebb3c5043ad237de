"""The house style of the gemeente as a style sheet."""

from django.http import HttpRequest, HttpResponse

from meedoen.access.permissions import gemeenten_of, public
from meedoen.domain.regio.models import Huisstijl
from meedoen.web.theme import theme_css


@public
def theme(request: HttpRequest) -> HttpResponse:
    """Return the colours of the gemeente for which somebody works; the neutral ones for several or none."""
    css = ""
    if request.user.is_authenticated:
        gemeenten = gemeenten_of(request.user)
        if len(gemeenten) == 1:
            huisstijl = Huisstijl.objects.filter(gemeente_id=gemeenten[0]).first()
            css = _css(huisstijl.kleur) if huisstijl else ""
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "private, max-age=300"
    return response


def _css(colour: str) -> str:
    """Return the theme of a colour; the neutral one when it has too little contrast to be used."""
    try:
        return theme_css(colour)
    except ValueError:
        return theme_css()
