"""What is shielded. A name stands in no address."""

from django.urls import path

from kring.web.shield import changing, naming, views

urlpatterns = [
    path("bescherming/", views.shielded, name="shields"),
    path("gezinnen/<uuid:dossier>/bescherming/", views.shield, name="shield"),
    path("gezinnen/<uuid:dossier>/bescherming/gezin/", changing.people, name="shield_people"),
    path("gezinnen/<uuid:dossier>/bescherming/gegeven/<uuid:row>/", changing.row, name="shield_row"),
    path("gezinnen/<uuid:dossier>/bescherming/lezers/nieuw/", naming.name, name="reader_name"),
    path("gezinnen/<uuid:dossier>/bescherming/lezers/<uuid:reader>/stoppen/", naming.end, name="reader_end"),
]
