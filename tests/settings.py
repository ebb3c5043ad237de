"""Settings of the test suite: Meedoen's own, with fixed keys and a quick password hasher."""

import base64
import os

for name, text in {
    "MEEDOEN_SECRET_KEY": "only-for-tests-" + "x" * 40,
    "MEEDOEN_FIELD_KEYS": base64.urlsafe_b64encode(b"f" * 32).decode(),
    "MEEDOEN_INDEX_KEY": base64.urlsafe_b64encode(b"i" * 32).decode(),
    "MEEDOEN_OVERDRACHT_KEY": base64.urlsafe_b64encode(b"o" * 32).decode(),
    "MEEDOEN_HTTPS": "nee",
    "MEEDOEN_MFA_REQUIRED": "nee",
    "MEEDOEN_ALLOWED_HOSTS": "localhost,127.0.0.1,testserver",
    "MEEDOEN_DATA_DIR": "var/test",
    "DATABASE_URL": "sqlite:///var/test/meedoen.sqlite3",
}.items():
    os.environ.setdefault(name, text)
os.makedirs(os.path.join(os.environ["MEEDOEN_DATA_DIR"], "static"), exist_ok=True)

from meedoen.project.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # A file, so that threads have connections of their own; what a power cut does to it is not tested here.
    folder = os.path.abspath(os.environ["MEEDOEN_DATA_DIR"])
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(folder, f"suite-{os.getpid()}.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405  # threads of a test end, and their connections too
