"""Settings, from the environment only (KRING_…). The defaults are safe for production; KRING_DEMO opens the demo."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from kring.config import database, secret

SOURCE = Path(__file__).resolve().parent.parent
ROOT = SOURCE.parent.parent
VAR = Path(os.environ.get("KRING_VAR") or ROOT / "var")


def _switch(name: str, *, default: bool = False) -> bool:
    return os.environ.get(name, "1" if default else "0") == "1"


# --- the house -------------------------------------------------------------------------------------
DEMO = _switch("KRING_DEMO")
DEBUG = False
SECRET_KEY = secret.django_key(VAR)
BSN_KEY = secret.derived(SECRET_KEY, "bsn")
SIGN_IN_KEY = secret.fernet_key(SECRET_KEY, "sign-in")
ALLOWED_HOSTS = os.environ.get("KRING_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("KRING_ORIGINS", "").split(",") if origin]
ROOT_URLCONF = "kring.config.urls"
WSGI_APPLICATION = "kring.config.wsgi.application"
AUTH_USER_MODEL = "access.Login"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "kring.web",  # before allauth: our templates go first
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "django_htmx",
    "csp",
    "kring.ground.shared",
    "kring.ground.audit",
    "kring.ground.organisations",
    "kring.ground.access",
    "kring.ground.configuration",
    "kring.ground.agenda",
    "kring.ground.documents",
    "kring.ground.areas",
    "kring.practice.households",
    "kring.practice.care",
    "kring.practice.circle",
    "kring.practice.notes",
    "kring.practice.drawings",
    "kring.practice.leads",
    "kring.practice.consents",
    "kring.practice.safety",
    "kring.practice.investigation",
    "kring.practice.familiegroepsplan",
    "kring.practice.plans",
    "kring.practice.course",
    "kring.practice.statements",
    "kring.steering.studies",
    "kring.steering.figures",
    "kring.oversight.breaches",
    "kring.oversight.doubles",
    "kring.oversight.rights",
    "kring.oversight.retention",
    "kring.exchange",
    "kring.demo",
]

MIDDLEWARE = [
    "kring.web.kit.middleware.safe_headers",  # first: static files and refusals of the others have them too
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kring.web.kit.middleware.emptied_browser",
    "kring.web.kit.middleware.ended_sessions",
    "kring.web.kit.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "kring.web.kit.bodies.SmallBodies",  # before CSRF, which reads the body
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kring.web.kit.kept.whose_forms",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kring.web.kit.context.shell",
            ],
            "builtins": [
                "kring.web.templatetags.kring",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]

# --- data ------------------------------------------------------------------------------------------
DATABASES = {"default": database.django_database()}
CACHES = {
    "default": {  # shared by all processes: a lock-out holds whichever of them answers
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},  # never cull a lock-out to make room
    }
}
SESSION_ENGINE = "kring.web.signin.sessions"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
"""The most that a browser sends, but for a page that takes a file (`kring.web.kit.bodies`)."""
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- sign-in ---------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["kring.web.signin.sessions.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "kring.web.signin.adapter.Adapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "kring.web.signin.forms.SignIn",
    "change_password": "kring.web.signin.forms.ChangePassword",
    "set_password": "kring.web.signin.forms.SetPassword",
    "reauthenticate": "kring.web.signin.forms.Reauthenticate",
}
SOCIALACCOUNT_ADAPTER = "kring.web.signin.providers.Providers"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True}}
LOCK_MINUTES = 15
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",  # many colleagues share the address of a town hall
    "login_failed": f"5/{LOCK_MINUTES}m/key,60/{LOCK_MINUTES}m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KRING_PROXIES", "1" if _switch("KRING_HTTPS") else "0"))
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _switch("KRING_HTTPS")
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "kring.web.signin.factors.Factors"
MFA_FORMS = {
    "authenticate": "kring.web.signin.factors.Code",
    "reauthenticate": "kring.web.signin.factors.CodeAgain",
    "activate_totp": "kring.web.signin.factors.ActivateApp",
    "add_webauthn": "kring.web.signin.factors.AddPasskey",
    "edit_webauthn": "kring.web.signin.factors.NamePasskey",
}
MFA_TOTP_ISSUER = "Kring"

# --- mail: never content ---------------------------------------------------------------------------
MAIL_URL = os.environ.get("KRING_SMTP_URL", "")
DEFAULT_FROM_EMAIL = os.environ.get("KRING_MAIL_FROM", "kring@localhost")
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# --- web security ----------------------------------------------------------------------------------
SECURE = _switch("KRING_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
HOST_ONLY = "__Host-" if SECURE else ""  # a browser takes such a cookie from this very host alone, over https alone
SESSION_COOKIE_NAME = f"{HOST_ONLY}sessionid"
CSRF_COOKIE_NAME = f"{HOST_ONLY}csrftoken"
FORM_COOKIE_NAME = f"{HOST_ONLY}kring_formulier"
LANGUAGE_COOKIE_NAME = f"{HOST_ONLY}kring_taal"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"  # the way back from an OpenID provider needs the session
SESSION_COOKIE_AGE = 8 * 3600  # a working day, however busy
SESSION_IDLE_AGE = 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" makes browsers send "Origin: null" with a form
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": ", ".join(
        [
            *(f"{feature}=()" for feature in ("accelerometer", "autoplay", "browsing-topics", "camera")),
            *(f"{feature}=()" for feature in ("display-capture", "encrypted-media", "fullscreen", "geolocation")),
            *(f"{feature}=()" for feature in ("gyroscope", "hid", "idle-detection", "magnetometer", "microphone")),
            *(f"{feature}=()" for feature in ("midi", "payment", "picture-in-picture", "serial", "usb")),
            *(f"{feature}=(self)" for feature in ("publickey-credentials-create", "publickey-credentials-get")),
        ]
    ),
}
"""On every answer: one table, so Django's own ways to say the same are off."""
SECURE_CONTENT_TYPE_NOSNIFF = False
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = None
CSRF_FAILURE_VIEW = "kring.web.errors.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURITY_CONTACT = os.environ.get("KRING_SECURITY_CONTACT", "")  # in /.well-known/security.txt, with a last day
SECURITY_EXPIRES = os.environ.get("KRING_SECURITY_EXPIRES", "")

# --- language --------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [SOURCE / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
FORMAT_MODULE_PATH = ["kring.config.formats"]

# --- static files ----------------------------------------------------------------------------------
STATIC_URL = "static/"
PICTURES = ROOT / "docs" / "screenshots"
STATICFILES_DIRS = [(PICTURES.name, PICTURES)]  # of the manual
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 3600

# --- logs: ids only, never content -----------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_content": {"()": "kring.web.kit.logs.WithoutContent"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_content"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
