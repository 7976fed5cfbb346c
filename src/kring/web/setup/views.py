"""The first visit to an installation in which nothing has been set up yet."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kring.ground.access.actor import is_founded
from kring.ground.shared import clock
from kring.web.kit.pages import public
from kring.web.setup.code import spend_code
from kring.web.setup.forms import SetupForm
from kring.web.setup.founding import establish


@public
@require_http_methods(["GET", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    """Gone once the installation is set up."""
    if is_founded():
        raise Http404
    form = SetupForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _established(form):
        spend_code(settings.VAR)
        return redirect("account_login")
    return render(request, "setup/setup.html", {"form": form}, status=422 if form.is_bound else 200)


def _established(form: SetupForm) -> bool:
    try:
        establish(form.founding(), clock.now())
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True
