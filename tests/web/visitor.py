"""A visitor reads real pages and presses real buttons: the form round a button is posted as it is, CSRF enforced."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpResponseBase
from django.test import Client
from lxml import html

from kring.ground.access.models import Login
from kring.web.kit.factor import KNOWN


@dataclass(slots=True)
class Page:
    """An answer, with its tree when it is HTML."""

    response: HttpResponseBase
    url: str

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def tree(self) -> html.HtmlElement:
        body: bytes = getattr(self.response, "content", b"")
        return html.fromstring(body.decode())

    @property
    def text(self) -> str:
        """What a person reads, white space folded."""
        return " ".join(self.tree.text_content().split())

    def links(self) -> list[str]:
        return [str(link) for link in self.tree.xpath("//a/@href")]

    def buttons(self) -> list[str]:
        return [" ".join(button.text_content().split()) for button in self.tree.xpath("//button")]


@dataclass(slots=True)
class Visitor:
    """Someone with a browser."""

    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    def get(self, url: str) -> Page:
        response = self.client.get(url, follow=True)
        chain: list[tuple[str, int]] = getattr(response, "redirect_chain", [])
        return Page(response, chain[-1][0] if chain else url)

    def press(self, page: Page, button: str, answers: Mapping[str, str | list[str]] | None = None) -> Page:
        """Fill in `answers` by field name and press the button with this text. Fails when page or field lack it."""
        form, pressed = _form_of(page, button)
        data = _values(form) | dict(answers or {})
        unknown = set(answers or {}) - _names(form)
        assert not unknown, f"no field called {unknown} in the form with «{button}»; it has {_names(form)}"
        if pressed.get("name"):
            data[pressed.get("name")] = pressed.get("value", "")
        target = pressed.get("formaction") or form.get("action") or page.url
        if (form.get("method") or "get").lower() == "get":
            response = self.client.get(target, data, follow=True)
        else:
            response = self.client.post(target, data, follow=True)
        chain: list[tuple[str, int]] = getattr(response, "redirect_chain", [])
        return Page(response, chain[-1][0] if chain else target)


def signed_in(account: UUID, email: str = "") -> Visitor:
    """A visitor with this account's session; a login is made when the account has none."""
    login = Login.objects.filter(id=account).first()
    if login is None:
        login = Login(id=account, email=email or f"{account}@voorbeeld.test")
        login.set_unusable_password()
        login.save(force_insert=True)
    visitor = Visitor()
    visitor.client.force_login(login)
    session = visitor.client.session
    session[KNOWN] = True  # with both factors, as somebody who came in by the sign-in page
    session.save()
    return visitor


def _form_of(page: Page, button: str) -> tuple[html.HtmlElement, html.HtmlElement]:
    for candidate in page.tree.xpath("//button | //input[@type='submit']"):
        label = " ".join(candidate.text_content().split()) or candidate.get("value", "")
        if label == button:
            named = candidate.get("form")
            found = page.tree.xpath(f"//form[@id='{named}']") if named else candidate.xpath("ancestor::form")
            assert found, f"the button «{button}» stands in no form"
            return found[0], candidate
    raise AssertionError(f"no button «{button}» on this page; it has {page.buttons()}")


def _names(form: html.HtmlElement) -> set[str]:
    return {str(name) for name in form.xpath(".//@name")}


def _values(form: html.HtmlElement) -> dict[str, str | list[str]]:
    """What the browser would send: filled in, checked and selected values."""
    data: dict[str, str | list[str]] = {}
    for control in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
        name, kind = control.get("name"), control.get("type", "")
        if control.tag == "textarea":
            data[name] = control.text or ""
        elif control.tag == "select":
            chosen = [o.get("value", "") for o in control.xpath(".//option[@selected]")]
            options = [o.get("value", "") for o in control.xpath(".//option")]
            data[name] = chosen if control.get("multiple") is not None else (chosen or options[:1] or [""])[0]
        elif kind in {"checkbox", "radio"}:
            if control.get("checked") is not None:
                data[name] = control.get("value", "on")
        elif kind not in {"submit", "file", "button"}:
            data[name] = control.get("value", "")
    return data
