"""Form components: label, description, control and error tied together; a summary of errors that takes the focus."""

from dataclasses import dataclass
from typing import Literal

from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    RadioSelect,
    Select,
    Textarea,
)
from django.template import Library
from django.utils.safestring import SafeString

from kring.web.component import filled, one_of, render
from kring.web.dates import HINT, DateParts, DateText
from kring.web.templatetags.kring_page import decoration

register = Library()

LINK_BUTTON = '<a class="nl-button {}" href="{}">{}<span class="nl-button__label">{}</span></a>'
WIDTHS = frozenset({"full", "md", "sm", "xs"})
BUTTONS = {
    "primary": "nl-button--primary",
    "secondary": "nl-button--secondary",
    "subtle": "nl-button--subtle",
    "danger": "nl-button--secondary nl-button--negative",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the error summary: what is wrong, and the id of the control to go to."""

    text: str
    target: str


@register.inclusion_tag("component/field.html")
def field(
    bound: BoundField,
    label: str = "",
    description: str = "",
    width: Literal["full", "md", "sm", "xs"] = "full",
    quiet: bool = False,
) -> dict[str, object]:
    """One field of a Django form, whatever its widget: text, textarea, select, radios, checkboxes, date, file.

    `quiet`: a filter, where nothing is ever required and what is in it shows how it is written.

    `{% field form.name %}` · `{% field form.postcode width="sm" description="Bijvoorbeeld 1781 AB" %}`
    """
    widget = bound.field.widget
    text = description or bound.help_text or (HINT if isinstance(widget, DateText) and not quiet else "")
    return {
        "field": bound,
        "shape": _shape(bound),
        "label": label or bound.label,
        "description": text,
        "required": bound.field.required or quiet,
        "width": one_of(width, WIDTHS, "breedte"),
        "control": bound.as_widget(attrs=_attributes(bound, has_description=bool(text))),
        "parts": bound.subwidgets if isinstance(widget, RadioSelect | CheckboxSelectMultiple) else [],
    }


@register.simple_tag
def control(bound: BoundField) -> SafeString:
    """The control alone, where a heading is its label.

    `<h1><label for="{{ form.words.id_for_label }}">…</label></h1>{% control form.words %}`
    """
    return bound.as_widget(attrs=_attributes(bound, has_description=bool(bound.help_text)))


@register.inclusion_tag("component/fields.html")
def fields(form: BaseForm) -> dict[str, object]:
    """All fields of a form under each other, the hidden ones too, after the errors that belong to no field.

    `{% fields form %}`
    """
    return {"form": form}


@register.inclusion_tag("component/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """What has to be put right, each line a link to its field; it takes the focus. Nothing when the form is in order.

    `{% error_summary form %}`
    """
    general = [Problem(str(text), "") for text in form.non_field_errors()]
    by_field = [
        Problem(_where(bound, str(text)), _first_control(bound))
        for bound in form.visible_fields()
        for text in bound.errors
    ]
    return {"problems": [*general, *by_field]}


@register.inclusion_tag("component/button.html")
def button(
    text: str, kind: str = "primary", icon: str = "", name: str = "", value: str = "", form: str = ""
) -> dict[str, object]:
    """A button that submits. Kind: primary (one per form), secondary, subtle, danger. `form`: id of a form elsewhere.

    `{% button "Actie opslaan" %}` · `{% button "Verwijderen" kind="danger" name="deed" value="remove" %}`
    """
    look = BUTTONS[one_of(kind, BUTTONS, "soort knop")]
    return {"text": text, "look": look, "icon": icon, "name": name, "value": value, "form": form}


@register.simple_tag
def link_button(url: str, text: str, kind: str = "secondary", icon: str = "") -> SafeString:
    """A link that looks like a button: it goes somewhere, and changes nothing.

    `{% link_button new_url "Nieuw gezin" kind="primary" icon="plus" %}`
    """
    sign = decoration(icon) if icon else ""
    return filled(LINK_BUTTON, BUTTONS[one_of(kind, BUTTONS, "soort knop")], url, sign, text)


@register.simple_block_tag
def actions(content: SafeString) -> SafeString:
    """Buttons and links beside each other, the most important first; under each other on phones.

    `{% actions %}{% button "Opslaan" %}<a href="…">Annuleren</a>{% endactions %}`
    """
    return render("actions", content=content)


def _shape(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    return "date_parts" if isinstance(widget, DateParts) else "control"


def _attributes(bound: BoundField, *, has_description: bool) -> dict[str, str | bool]:
    widget = bound.field.widget
    invalid = bool(bound.errors)
    described = [f"{bound.auto_id}_helptext"] * has_description + [f"{bound.auto_id}_error"] * invalid
    attributes: dict[str, str | bool] = (
        {"aria-describedby": " ".join(described)} if described and not widget.use_fieldset else {}
    )
    if isinstance(widget, CheckboxInput | FileInput) or widget.use_fieldset:
        return attributes
    name = "textarea" if isinstance(widget, Textarea) else "select" if isinstance(widget, Select) else "textbox"
    tag = {"textarea": "html-textarea", "select": "html-select", "textbox": "html-input"}[name]
    if widget.attrs.get("placeholder") == bound.label:  # a placeholder that only repeats the label hides the field
        attributes["placeholder"] = ""
    classes = f"utrecht-{name} utrecht-{name}--{tag}" + f" utrecht-{name}--invalid" * invalid
    return {**attributes, "class": " ".join(filter(None, [classes, widget.attrs.get("class", "")]))}


def _where(bound: BoundField, text: str) -> str:
    """The error with the name of its field: the summary stands apart from the form."""
    return f"{bound.label}{'' if str(bound.label).endswith('?') else ':'} {text}"


def _first_control(bound: BoundField) -> str:
    """The id of the control itself; of the first one in a group."""
    return str(bound.id_for_label or f"{bound.auto_id}_0")
