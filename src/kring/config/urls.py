"""The addresses of all pages. Nothing about a person is ever part of an address: ids are random."""

from django.urls import include, path

from kring.web.home import views as home
from kring.web.setup import views as setup
from kring.web.signin import views as signin
from kring.web.statements import views as statements

urlpatterns = [
    path("", home.home, name="home"),
    path("taal/", home.language, name="language"),
    path("demo/", signin.demo, name="demo"),
    path("inrichten/", setup.setup, name="setup"),
    path("privacy/", statements.privacy, name="privacy"),
    path("toegankelijkheid/", statements.accessibility, name="accessibility"),
    path("handleiding/", include("kring.web.manual.urls")),
    path("account/", include("allauth.urls")),
]

handler400 = "kring.web.errors.views.bad_request"
handler403 = "kring.web.errors.views.forbidden"
handler404 = "kring.web.errors.views.not_found"
handler500 = "kring.web.errors.views.server_error"
