"""All of Kring's components under one name: a builtin of the template engine, so that no page has to load it."""

from django.template import Library

from kring.web.templatetags import (
    kring_content,
    kring_forms,
    kring_lists,
    kring_messages,
    kring_page,
    kring_people,
    kring_plan,
)

register = Library()
for part in (kring_content, kring_forms, kring_lists, kring_messages, kring_page, kring_people, kring_plan):
    register.tags.update(part.register.tags)
