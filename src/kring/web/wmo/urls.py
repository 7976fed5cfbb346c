"""The investigations of one dossier."""

from django.urls import path

from kring.web.wmo import deeds, letters, views, writing

urlpatterns = [
    path("", views.investigations, name="wmo"),
    path("melding/", writing.report, name="wmo_report_need"),
    path("<uuid:investigation>/", views.investigation, name="wmo_investigation"),
    path("<uuid:investigation>/melding/", writing.correct, name="wmo_correct"),
    path("<uuid:investigation>/vooraf/", writing.before, name="wmo_before"),
    path("<uuid:investigation>/onderdeel/<slug:block>/", writing.block, name="wmo_block"),
    path("<uuid:investigation>/onderdeel/<slug:block>/ongedaan/", writing.undo_block, name="wmo_block_undo"),
    path("<uuid:investigation>/doe/<slug:deed>/", deeds.take, name="wmo_deed"),
    path("<uuid:investigation>/ongedaan/", deeds.undo, name="wmo_undo"),
    path("<uuid:investigation>/verslag/", letters.outcome, name="wmo_outcome"),
    path("<uuid:investigation>/verslag.pdf", letters.outcome_pdf, name="wmo_outcome_pdf"),
    path("<uuid:investigation>/bevestiging/", letters.confirmation, name="wmo_confirmation"),
    path("<uuid:investigation>/bevestiging.pdf", letters.confirmation_pdf, name="wmo_confirmation_pdf"),
]
