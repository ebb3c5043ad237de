"""Django's settings. What differs between installations comes from the environment (env.py)."""

import environ
from csp.constants import NONE, SELF

from meedoen.project.env import value

SECRET_KEY = value("MEEDOEN_SECRET_KEY")
FIELD_KEYS = value("MEEDOEN_FIELD_KEYS")
INDEX_KEY = value("MEEDOEN_INDEX_KEY")
DEMO = value("MEEDOEN_DEMO")
DEBUG = value("MEEDOEN_DEBUG")
HTTPS = value("MEEDOEN_HTTPS")
DATA_DIR = value("MEEDOEN_DATA_DIR")
ALLOWED_HOSTS = value("MEEDOEN_ALLOWED_HOSTS")
MFA_REQUIRED = value("MEEDOEN_MFA_REQUIRED") and not DEMO

INSTALLED_APPS = [
    "meedoen.project.apps.ProjectConfig",
    "meedoen.domain.regio",
    "meedoen.domain.dossier",
    "meedoen.domain.keten",
    "meedoen.domain.voorinburgering",
    "meedoen.domain.brede_intake",
    "meedoen.domain.pip",
    "meedoen.domain.voortgang",
    "meedoen.domain.termijn",
    "meedoen.domain.instroom",
    "meedoen.domain.overdracht",
    "meedoen.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "simple_history",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "meedoen.web.middleware.RealAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "meedoen.web.middleware.RefuseNastyValues",
    "meedoen.web.middleware.OneTransaction",
    "meedoen.web.middleware.RequireSecondFactor",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "meedoen.project.urls"
WSGI_APPLICATION = "meedoen.project.wsgi.application"
FORM_RENDERER = "meedoen.web.rendering.UtrechtRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "meedoen.web.context.house",
            ],
        },
    }
]

# --- database ---------------------------------------------------------------------------
_env = environ.Env()
_url = value("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'meedoen.sqlite3'}"
DATABASES = {"default": _env.db_url_config(_url)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        # FULL: an acknowledged write survives a power cut; NORMAL lost writes in 6 of 14 cuts.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Also for SQLite: whoever closes its last connection writes the whole log into the database first (16 ms).
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- who logs in -------------------------------------------------------------------------
AUTH_USER_MODEL = "regio.Medewerker"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "meedoen.web.accounts.StaffAccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Meedoen"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "meedoen.web.accounts.login_name"
# axes counts wrong passwords for an account at an address; these stop guessing of codes of the second step
# (for an account) and of passwords of many accounts (from one address).
ACCOUNT_RATE_LIMITS = {"login": "30/15m/ip", "login_failed": "5/15m/key"}
AXES_LOCKOUT_TEMPLATE = "account/lockout.html"
AXES_VERBOSE = False

PASSWORD_RESET_TIMEOUT = 24 * 60 * 60

SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-meedoen" if HTTPS else "meedoen"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
SESSION_IDLE_MINUTES = 30

# --- headers ------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^_healthz/"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
TRUSTED_PROXY = value("MEEDOEN_TRUSTED_PROXY")
if TRUSTED_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

# --- language, files, mail, jobs ------------------------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = []

STATIC_URL = "static/"
STATIC_ROOT = None  # whitenoise serves what the finders find; nothing is collected
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
UPLOAD_MAX_BYTES = value("MEEDOEN_UPLOAD_MAX_MB") * 1024 * 1024
UPLOAD_MAX_ROWS = value("MEEDOEN_UPLOAD_MAX_ROWS")
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- DUO ----------------------------------------------------------------------------------
DUO_TAAK_NA_UREN = value("MEEDOEN_DUO_TAAK_NA_UREN")
DUO_URL = value("MEEDOEN_DUO_URL")
DUO_OIN = value("MEEDOEN_DUO_OIN")
DUO_CERT = value("MEEDOEN_DUO_CERT")
DUO_KEY = value("MEEDOEN_DUO_KEY")
DUO_CA = value("MEEDOEN_DUO_CA")
DUO_TIMEOUT = value("MEEDOEN_DUO_TIMEOUT")
DUO_CLIENT_HEADER = value("MEEDOEN_DUO_CLIENT_HEADER")

vars().update(_env.email_url_config(value("MEEDOEN_EMAIL_URL")))
DEFAULT_FROM_EMAIL = value("MEEDOEN_MAIL_FROM")

# --- the BRP (off unless there is an address) ------------------------------------------------
BRP_URL = value("MEEDOEN_BRP_URL")
BRP_API_KEY = value("MEEDOEN_BRP_API_KEY")
BRP_TOKEN_URL = value("MEEDOEN_BRP_TOKEN_URL")
BRP_CLIENT_ID = value("MEEDOEN_BRP_CLIENT_ID")
BRP_CLIENT_SECRET = value("MEEDOEN_BRP_CLIENT_SECRET")
BRP_SCOPE = value("MEEDOEN_BRP_SCOPE")
BRP_CERT = value("MEEDOEN_BRP_CERT")
BRP_KEY = value("MEEDOEN_BRP_KEY")
BRP_CA = value("MEEDOEN_BRP_CA")
BRP_TIMEOUT = value("MEEDOEN_BRP_TIMEOUT")
BRP_DOELBINDING = value("MEEDOEN_BRP_DOELBINDING")
BRP_VERWERKING = value("MEEDOEN_BRP_VERWERKING")
BRP_OIN = value("MEEDOEN_BRP_OIN")

# --- handing over after a move (only PDF unless there is a key) -----------------------------
OVERDRACHT_KEYS = value("MEEDOEN_OVERDRACHT_KEY")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
SILENCED_SYSTEM_CHECKS = ["axes.W003"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": value("MEEDOEN_LOG_LEVEL")},
    # A request line can hold what somebody typed in a search box; it stays out of the log.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
        # They write addresses, and the address of a question to DUO holds a BSN.
        "httpx": {"level": "WARNING"},
        "httpcore": {"level": "WARNING"},
        "django.db.backends.schema": {"level": "WARNING"},
    },
}
