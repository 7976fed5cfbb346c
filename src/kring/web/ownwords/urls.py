"""Own statements of one dossier."""

from django.urls import path

from kring.web.ownwords import remarks, views

urlpatterns = [
    path("klopt-niet/", remarks.listing, name="remarks"),
    path("klopt-niet/<uuid:remark>/", remarks.answer, name="remark_answer"),
    path("<slug:kind>/<uuid:thing>/", views.add, name="statement_add"),
    path("<uuid:statement>/intrekken/", views.withdraw, name="statement_withdraw"),
]
