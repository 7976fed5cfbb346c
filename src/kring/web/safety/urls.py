"""Safety in one dossier. No number and no name stands in an address."""

from django.urls import path

from kring.web.safety import agreements, deciding, figures, talks, tracks, views

urlpatterns = [
    path("", views.safety, name="safety"),
    path("afspraak/", agreements.add, name="agreement_add"),
    path("afspraak/<uuid:agreement>/", agreements.correct, name="agreement"),
    path("afspraak/<uuid:agreement>/geldt/", agreements.hold, name="agreement_hold"),
    path("afspraak/<uuid:agreement>/opheffen/", agreements.end, name="agreement_end"),
    path("afspraak/<uuid:agreement>/intrekken/", agreements.withdraw, name="agreement_withdraw"),
    path("afspraak/<uuid:agreement>/ongedaan/", agreements.undo, name="agreement_undo"),
    path("afspraak/<uuid:agreement>/lezers/", agreements.readers, name="agreement_readers"),
    path("afspraak/<uuid:agreement>/codewoord/", agreements.code_word, name="agreement_code"),
    path("cijfer/", figures.add, name="figure_add"),
    path("cijfer/<uuid:figure>/intrekken/", figures.withdraw, name="figure_withdraw"),
    path("cijfer/<uuid:figure>/ongedaan/", figures.undo, name="figure_undo"),
    path("gesprek/", talks.talks_page, name="talks"),
    path("gesprek/erbij/", talks.add, name="child_talk_add"),
    path("gesprek/<uuid:child_talk>/", talks.correct, name="child_talk"),
    path("gesprek/<uuid:child_talk>/intrekken/", talks.withdraw, name="child_talk_withdraw"),
    path("gesprek/<uuid:child_talk>/ongedaan/", talks.undo, name="child_talk_undo"),
    path("meldcode/", tracks.meldcode, name="meldcode"),
    path("meldcode/beginnen/", tracks.start, name="track_start"),
    path("meldcode/<uuid:track>/stap/<int:number>/", tracks.step, name="track_step"),
    path("meldcode/<uuid:track>/beslissen/", deciding.decision, name="track_decide"),
    path("meldcode/<uuid:track>/afwijken/", deciding.otherwise, name="track_overrule"),
    path("meldcode/<uuid:track>/uitgevoerd/", deciding.carried_out, name="track_follow"),
    path("meldcode/<uuid:track>/terugkoppeling/", deciding.feedback, name="track_feedback"),
    path("meldcode/<uuid:track>/sluiten/", deciding.close, name="track_close"),
    path("meldcode/<uuid:track>/opnieuw/", deciding.again, name="track_again"),
]
