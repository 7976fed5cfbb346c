"""A session that ends loses no typed text: it comes back to its writer, filled in, and to nobody else."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse

from kring.ground.access.actor import acting
from kring.ground.access.models import KeptText, Login
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.web.kit.factor import KNOWN
from tests.conftest import TODAY, speaking_as
from tests.plans.family import Family, make_family
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

WORDS = "We willen dat het ’s avonds rustig is. Éérst samen eten."
TYPED = {"words": WORDS, "speaker": "Marloes"}
SAYS = "Dit typte u voordat u was uitgelogd."


@pytest.fixture
def family(now: datetime) -> Family:
    cache.clear()
    return make_family(now)


@pytest.fixture
def visitor(family: Family) -> Visitor:
    return signed_in(family.actor("jorien").id)


def question(family: Family) -> str:
    return reverse("plan_question", args=[family.id])


def ends() -> None:
    """Every session has ended, as after eight hours."""
    Session.objects.all().delete()


def sent_too_late(visitor: Visitor, family: Family) -> Page:
    page = visitor.get(question(family))
    ends()
    return visitor.press(page, "Vraag opslaan", TYPED)


def enter(visitor: Visitor, family: Family, name: str) -> None:
    """Sign in with the same browser, as this person."""
    account = family.actor(name).id
    login = Login.objects.filter(id=account).first()
    if login is None:
        signed_in(account)
        login = Login.objects.get(id=account)
    visitor.client.force_login(login)
    session = visitor.client.session
    session[KNOWN] = True
    session.save()


def kept(family: Family, name: str = "jorien") -> list[KeptText]:
    with acting(family.actor(name)):
        return list(KeptText.objects.all())


def back(visitor: Visitor, family: Family) -> Page:
    [one] = kept(family)
    return visitor.get(f"{one.place}?bewaard={one.id}")


def test_what_was_typed_comes_back_filled_in_and_is_saved_after_all(visitor: Visitor, family: Family) -> None:
    page = sent_too_late(visitor, family)
    assert page.url == "/account/login/"
    assert "wat u typte, is bewaard" in page.text
    enter(visitor, family, "jorien")
    form = back(visitor, family)
    assert SAYS in form.text
    assert form.tree.xpath("//textarea[@name='words']")[0].text.strip() == WORDS
    assert form.tree.xpath("//input[@name='speaker']/@value") == ["Marloes"]
    saved = visitor.press(form, "Vraag opslaan")
    assert saved.url == reverse("plan", args=[family.id])
    assert WORDS in saved.text
    assert kept(family) == []


def test_what_is_not_wanted_any_more_is_thrown_away(visitor: Visitor, family: Family) -> None:
    sent_too_late(visitor, family)
    enter(visitor, family, "jorien")
    page = visitor.press(back(visitor, family), "Gooi weg wat ik typte")
    assert page.url == question(family)
    assert "Weggegooid." in page.text
    assert WORDS not in page.text
    assert kept(family) == []


def test_nobody_throws_away_what_another_typed(visitor: Visitor, family: Family) -> None:
    sent_too_late(visitor, family)
    [one] = kept(family)
    henk = signed_in(family.town.henk.id)
    henk.client.post(reverse("kept_discard", args=[one.id]))
    assert len(kept(family)) == 1


def test_the_sign_in_page_leads_straight_to_it(visitor: Visitor, family: Family) -> None:
    login = Login.objects.get(id=family.actor("jorien").id)
    login.set_password("een lang verzonnen wachtwoord")
    login.save()
    enter(visitor, family, "jorien")
    page = visitor.get(question(family))
    ends()
    told = visitor.press(page, "Vraag opslaan", TYPED)
    answers = {"login": login.email, "password": "een lang verzonnen wachtwoord"}
    assert visitor.press(told, "Inloggen", answers).url == "/account/2fa/"  # first the second step
    enter(visitor, family, "jorien")
    assert SAYS in back(visitor, family).text


def test_it_is_kept_encrypted_and_without_the_tokens(visitor: Visitor, family: Family) -> None:
    sent_too_late(visitor, family)
    [one] = kept(family)
    assert "rustig" not in one.sealed
    assert "csrf" not in one.sealed


def test_nobody_else_sees_it_also_in_the_same_browser(visitor: Visitor, family: Family) -> None:
    sent_too_late(visitor, family)
    [one] = kept(family)
    assert kept(family, "henk") == []
    enter(visitor, family, "henk")
    page = visitor.get(f"{one.place}?bewaard={one.id}")
    assert "rustig" not in page.text
    assert len(kept(family)) == 1


def test_after_signing_in_again_in_another_window_the_old_form_still_counts(visitor: Visitor, family: Family) -> None:
    """The token of the page is of before that sign-in, so the form itself is refused."""
    page = visitor.get(question(family))
    ends()
    enter(visitor, family, "jorien")
    visitor.client.cookies["csrftoken"] = "a" * 32
    answer = post_as_browser(visitor, page)
    assert answer.status == 200
    assert SAYS in answer.text
    assert answer.tree.xpath("//textarea[@name='words']")[0].text.strip() == WORDS


def test_a_form_of_one_sent_while_another_is_signed_in_waits_for_the_first(visitor: Visitor, family: Family) -> None:
    page = visitor.get(question(family))
    ends()
    enter(visitor, family, "henk")
    visitor.client.cookies["csrftoken"] = "a" * 32
    answer = post_as_browser(visitor, page)
    assert answer.status == 403
    assert (len(kept(family)), kept(family, "henk")) == (1, [])


def post_as_browser(visitor: Visitor, page: Page) -> Page:
    token = str(page.tree.xpath("//form[.//textarea]//input[@name='csrfmiddlewaretoken']/@value")[0])
    sent = TYPED | {"csrfmiddlewaretoken": token}
    response = visitor.client.post(page.url, sent, headers={"Origin": "http://testserver"}, follow=True)
    return Page(response, page.url)


def test_a_form_from_another_site_is_not_kept(visitor: Visitor, family: Family) -> None:
    page = visitor.get(question(family))
    token = str(page.tree.xpath("//input[@name='csrfmiddlewaretoken']/@value")[0])
    sent = TYPED | {"csrfmiddlewaretoken": token}
    response = visitor.client.post(page.url, sent, headers={"Origin": "https://elders.test"})
    assert response.status_code == 403
    assert kept(family) == []


def test_without_knowing_whose_form_it_was_nothing_is_kept(visitor: Visitor, family: Family) -> None:
    page = visitor.get(question(family))
    ends()
    visitor.client.cookies["kring_formulier"] = "verzonnen"
    visitor.press(page, "Vraag opslaan", TYPED)
    assert kept(family) == []


def test_after_seven_days_it_is_gone(visitor: Visitor, family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    sent_too_late(visitor, family)
    [one] = kept(family)
    enter(visitor, family, "jorien")
    monkeypatch.setattr(clock, "now", lambda: TODAY + timedelta(days=7))
    assert SAYS not in visitor.get(f"{one.place}?bewaard={one.id}").text
    with speaking_as(DatabaseRole.JOBS):
        JOBS["agenda.drop_old_texts"].run()
    assert kept(family) == []


def test_before_that_the_job_leaves_it(visitor: Visitor, family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    sent_too_late(visitor, family)
    monkeypatch.setattr(clock, "now", lambda: TODAY + timedelta(days=6, hours=23))
    with speaking_as(DatabaseRole.JOBS):
        JOBS["agenda.drop_old_texts"].run()
    assert len(kept(family)) == 1
