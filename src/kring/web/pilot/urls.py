"""Pilots and their letters."""

from django.urls import path

from kring.web.pilot import letters, participations, views

urlpatterns = [
    path("", views.pilots, name="pilots"),
    path("nieuw/", views.new, name="pilot_new"),
    path("beginnen/", views.start, name="pilot_start"),
    path("<slug:pilot>/", views.pilot, name="pilot"),
    path("<slug:pilot>/gegevens/", views.details, name="pilot_details"),
    path("<slug:pilot>/gegevens/wijzigen/", views.change, name="pilot_change"),
    path("<slug:pilot>/teksten/", views.texts, name="pilot_texts"),
    path("<slug:pilot>/teksten/opslaan/", views.write, name="pilot_write"),
    path("<slug:pilot>/besluit/", views.decide, name="pilot_decide"),
    path("<slug:pilot>/besluit/intrekken/", views.withdraw, name="pilot_withdraw"),
    path("<slug:pilot>/deelname/", participations.entry, name="participation"),
    path("<slug:pilot>/deelname/toevoegen/", participations.add, name="participation_add"),
    path("<slug:pilot>/brief/", letters.draft, name="letter_draft"),
    path("<slug:pilot>/brief/vastleggen/", letters.freeze, name="letter_freeze"),
    path("<slug:pilot>/brief/sjabloon/", letters.template, name="letter_template"),
    path("<slug:pilot>/brief/sjabloon/bestand/", letters.template_file, name="letter_template_file"),
    path("<slug:pilot>/brief/sjabloon/vervangen/", letters.replace, name="letter_replace"),
    path("<slug:pilot>/brief/<uuid:letter>/", letters.letter, name="letter"),
    path("<slug:pilot>/brief/<uuid:letter>/<slug:form>/", letters.download, name="letter_download"),
]
