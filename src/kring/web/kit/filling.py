"""Filling in a form in a page that was already made, so that every form of Kring can come back as it was."""

from collections import defaultdict
from collections.abc import Iterable

from django.template.loader import render_to_string
from lxml import html

from kring.ground.access.services import Typed

SILENT = frozenset({"submit", "button", "file", "image", "reset"})


def filled(page: str, path: str, typed: Typed, sentence: str) -> str:
    """The form that goes where this was sent, with what was typed and a sentence above it."""
    tree = html.document_fromstring(page)
    form = form_in(tree, path, typed)
    if form is None:
        return page
    fill(form, typed.fields)
    kept = next(value for name, value in typed.fields if name == "bewaard")
    token = next(iter(form.xpath(".//input[@name='csrfmiddlewaretoken']/@value")), "")
    told = render_to_string("component/kept.html", {"sentence": sentence, "kept": kept, "token": token})
    form.addprevious(html.fragment_fromstring(told))
    form.append(html.Element("input", type="hidden", name="bewaard", value=kept))
    return f"<!doctype html>\n{html.tostring(tree, encoding='unicode')}"


def form_in(tree: html.HtmlElement, path: str, typed: Typed) -> html.HtmlElement | None:
    """Of several forms that go to one place, the one with most of the fields."""
    names = {name for name, _value in typed.fields}
    found = [
        form
        for form in tree.xpath("//form[@method]")
        if form.get("method").lower() == "post" and (form.get("action") or path).split("?")[0] == typed.target
    ]
    return max(found, key=lambda form: len(names & set(form.xpath(".//@name"))), default=None)


def fill(form: html.HtmlElement, fields: Iterable[tuple[str, str]]) -> None:
    """With what was typed; its own token stays."""
    values = defaultdict(list)
    for name, value in fields:
        values[name].append(value)
    for control in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
        if control.get("name") != "csrfmiddlewaretoken":
            _fill(control, values.get(control.get("name"), []))


def _fill(control: html.HtmlElement, values: list[str]) -> None:
    kind = control.get("type", "text")
    if control.tag == "textarea":
        control.text = "\n" + (values[0] if values else "")
    elif control.tag == "select":
        for option in control.xpath(".//option"):
            _switch(option, "selected", on=option.get("value", option.text or "") in values)
    elif kind in {"checkbox", "radio"}:
        _switch(control, "checked", on=control.get("value", "on") in values)
    elif kind not in SILENT and values:
        control.set("value", values[0])


def _switch(element: html.HtmlElement, name: str, *, on: bool) -> None:
    if on:
        element.set(name, name)
    elif name in element.attrib:
        del element.attrib[name]
