"""The addresses of Beheer. Ids are random; nothing here names anybody."""

from django.urls import path

from kring.web.administration import accounts, areas, assignments, organisations, settings, teams, views, words

urlpatterns = [
    path("", views.administration, name="administration"),
    path("organisaties/", organisations.organisations, name="organisations"),
    path("organisaties/nieuw/", organisations.new, name="organisation_new"),
    path("organisaties/<uuid:organisation>/", organisations.organisation, name="organisation"),
    path("organisaties/<uuid:organisation>/wijzigen/", organisations.change, name="organisation_change"),
    path("organisaties/<uuid:organisation>/beeindigen/", organisations.end, name="organisation_end"),
    path("organisaties/<uuid:organisation>/beheer/", organisations.take_up, name="organisation_take_up"),
    path("organisaties/<uuid:organisation>/teams/nieuw/", teams.new, name="team_new"),
    path("teams/<uuid:team>/wijzigen/", teams.change, name="team_change"),
    path("teams/<uuid:team>/beeindigen/", teams.end, name="team_end"),
    path("gebieden/", areas.areas, name="administration_areas"),
    path("gebieden/nieuw/", areas.new, name="administration_area_new"),
    path("gebieden/<uuid:area>/", areas.change, name="administration_area"),
    path("gebieden/<uuid:area>/beeindigen/", areas.end, name="administration_area_end"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/nieuw/", accounts.new, name="account_new"),
    path("accounts/<uuid:account>/", accounts.account, name="staff_account"),
    path("accounts/<uuid:account>/werk/", accounts.change, name="account_work"),
    path("accounts/<uuid:account>/uitnodigen/", accounts.invite, name="staff_account_invite"),
    path("accounts/<uuid:account>/tweede-stap/", accounts.reset, name="staff_account_factors"),
    path("accounts/<uuid:account>/rol/", assignments.give, name="role_give"),
    path("accounts/<uuid:account>/overdragen/", accounts.transfer, name="account_transfer"),
    path("accounts/<uuid:account>/uit-dienst/", accounts.leave, name="account_leave"),
    path("rollen/<uuid:role>/beeindigen/", assignments.end, name="role_end"),
    path("instellingen/", settings.settings, name="settings"),
    path("instellingen/<slug:setting>/", settings.setting, name="setting"),
    path("instellingen/<slug:setting>/wijzigen/", settings.change, name="setting_change"),
    path("woorden/", words.lists, name="word_lists"),
    path("woorden/<uuid:organisation>/<slug:words>/", words.word_list, name="word_list"),
    path("woorden/nieuw/<uuid:organisation>/<slug:words>/", words.new, name="word_new"),
    path("woorden/<uuid:organisation>/<slug:words>/<slug:word>/", words.word, name="word"),
    path("woorden/<uuid:organisation>/<slug:words>/<slug:word>/wijzigen/", words.change, name="word_change"),
    path("woorden/<uuid:organisation>/<slug:words>/<slug:word>/einde/", words.retire, name="word_retire"),
    path("woorden/<uuid:organisation>/<slug:words>/<slug:word>/terug/", words.again, name="word_again"),
]
