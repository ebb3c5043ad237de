"""How forms are drawn."""

from django.forms.renderers import TemplatesSetting


class UtrechtRenderer(TemplatesSetting):
    """Draws forms with the classes of the design system.

    The templates stand in templates/django/forms; they win from Django's own because
    `meedoen.web` comes before `django.forms` in INSTALLED_APPS.
    """

    form_template_name = "django/forms/utrecht_form.html"
    field_template_name = "django/forms/utrecht_field.html"
