"""The addresses of all pages. Nothing about a person is ever part of an address: ids are random."""

from django.urls import include, path

from kring.web.setup import views as setup
from kring.web.signin import views as signin
from kring.web.statements import views as statements

urlpatterns = [
    path("", include("kring.web.home.urls")),
    path("ons-plan/", include("kring.web.ownplan.urls")),
    path("taken/", include("kring.web.tasks.urls")),
    path("berichten/", include("kring.web.notices.urls")),
    path("", include("kring.web.family.urls")),
    path("", include("kring.web.consent.urls")),
    path("", include("kring.web.log.urls")),
    path("", include("kring.web.breakglass.urls")),
    path("", include("kring.web.shield.urls")),
    path("", include("kring.web.rights.urls")),
    path("toezicht/datalekken/", include("kring.web.breaches.urls")),
    path("dossier/<uuid:dossier>/plan/", include("kring.web.plan.urls")),
    path("plan-van-aanbieder/", include("kring.web.plan.provider_urls")),
    path("dossier/<uuid:dossier>/familiegroepsplan/", include("kring.web.familiegroepsplan.urls")),
    path("dossier/<uuid:dossier>/aan-tafel/", include("kring.web.kitchen.urls")),
    path("dossier/<uuid:dossier>/terugkijken/", include("kring.web.course.urls")),
    path("dossier/<uuid:dossier>/betrokken/", include("kring.web.professionals.urls")),
    path("dossier/<uuid:dossier>/wonen/", include("kring.web.living.urls")),
    path("dossier/<uuid:dossier>/personen/", include("kring.web.people.urls")),
    path("dossier/<uuid:dossier>/kring/", include("kring.web.circle.urls")),
    path("dossier/<uuid:dossier>/stamboom/", include("kring.web.genogram.urls")),
    path("dossier/<uuid:dossier>/hulp/", include("kring.web.care.urls")),
    path("dossier/<uuid:dossier>/wmo/", include("kring.web.wmo.urls")),
    path("dossier/<uuid:dossier>/contact/", include("kring.web.notes.urls")),
    path("dossier/<uuid:dossier>/vertrouwd/", include("kring.web.ownstory.familiar_urls")),
    path("dossier/<uuid:dossier>/levenslijn/", include("kring.web.ownstory.lifeline_urls")),
    path("dossier/<uuid:dossier>/documenten/", include("kring.web.documents.urls")),
    path("dossier/<uuid:dossier>/veiligheid/", include("kring.web.safety.urls")),
    path("dossier/<uuid:dossier>/achterhouden/", include("kring.web.withholding.urls")),
    path("dossier/<uuid:dossier>/verklaring/", include("kring.web.ownwords.urls")),
    path("dossier/<uuid:dossier>/geschiedenis/", include("kring.web.history.urls")),
    path("wmo-onderzoeken/", include("kring.web.wmo.own_urls")),
    path("verplaatsen/", include("kring.web.moving.urls")),
    path("bewaartermijnen/", include("kring.web.retention.urls")),
    path("vernietigen/", include("kring.web.destruction.urls")),
    path("onderzoek/", include("kring.web.study.urls")),
    path("zoeken/", include("kring.web.search.urls")),
    path("gebieden/", include("kring.web.area.urls")),
    path("pilots/", include("kring.web.pilot.urls")),
    path("leveringen/dubbel/", include("kring.web.doubles.urls")),
    path("leveringen/", include("kring.web.deliveries.urls")),
    path("beheer/", include("kring.web.administration.urls")),
    path("demo/", signin.demo, name="demo"),
    path("inrichten/", setup.setup, name="setup"),
    path("privacy/", statements.privacy, name="privacy"),
    path(".well-known/security.txt", statements.security, name="security"),
    path("toegankelijkheid/", statements.accessibility, name="accessibility"),
    path("rollen/", include("kring.web.roles.urls")),
    path("handleiding/", include("kring.web.manual.urls")),
    path("account/", include("kring.web.signin.urls")),
]

handler400 = "kring.web.errors.views.bad_request"
handler403 = "kring.web.errors.views.forbidden"
handler404 = "kring.web.errors.views.not_found"
handler429 = "kring.web.signin.views.too_many"  # asked for by allauth
handler500 = "kring.web.errors.views.server_error"
