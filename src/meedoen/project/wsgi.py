"""The address at which a WSGI server finds Meedoen."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meedoen.project.settings")
application = get_wsgi_application()
