"""One task."""

from django.urls import path

from kring.web.tasks import views

urlpatterns = [
    path("<uuid:task>/", views.task, name="task"),
    path("<uuid:task>/gedaan/", views.finish, name="task_finish"),
    path("<uuid:task>/verzetten/", views.move, name="task_move"),
    path("<uuid:task>/vervalt/", views.cancel, name="task_cancel"),
    path("<uuid:task>/ongedaan/", views.undo, name="task_undo"),
    path("<uuid:task>/toch-doen/", views.reopen, name="task_reopen"),
]
