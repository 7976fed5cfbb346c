"""What the language tests ask of templates and catalogues: functions from text to faults."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from babel.messages.catalog import Message
from django.template.base import Lexer, Token, TokenType

from kring.web.look.places import WEB

TEMPLATES = WEB / "templates"
SPOKEN_ATTRIBUTES = frozenset({"aria-label", "alt", "title", "placeholder", "label"})
SILENT_ELEMENTS = frozenset({"script", "style"})
WITHOUT_END = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
SAME_EVERYWHERE = frozenset({"Kring", "– Kring"})
SILENT_TAGS = frozenset({"load", "url", "static", "include", "extends", "block", "endblock", "if", "elif", "translate"})
INFORMAL = re.compile(r"\b([Jj](?:e|ij|ou|ouw|ouwe|ezelf|ullie))\b")
LITERAL = re.compile(r"""(.?)("[^"]*"|'[^']*')""")
ON_FAMILY_SHELL = re.compile(r"""{%\s*extends\s+(?:["']base_family.html["']|[\w.]+\s*%})""")
INCLUDED = re.compile(r"""{%\s*include\s+["']([^"']+)["']""")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|(?<!%)%[sd]|\{\w*\}|</?\w+[^>]*>")


def templates() -> Iterator[tuple[str, str]]:
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield path.relative_to(TEMPLATES).as_posix(), path.read_text()


class _Speech(HTMLParser):
    """Collects what a person reads or hears; what is marked as Dutch, such as a letter to the council, is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[tuple[str, bool]] = []

    @property
    def is_silent(self) -> bool:
        return any(silent for _tag, silent in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in WITHOUT_END:
            self.open.append((tag, tag in SILENT_ELEMENTS or given.get("lang") == "nl"))
        if not self.is_silent:
            self.found += [value for name, value in attrs if value and name in SPOKEN_ATTRIBUTES]

    def handle_endtag(self, tag: str) -> None:
        if tag in {name for name, _silent in self.open}:
            while self.open.pop()[0] != tag:
                continue

    def handle_data(self, data: str) -> None:
        if not self.is_silent:
            self.found.append(data)


def unwrapped(text: str) -> list[str]:
    """Words in a template that never pass through translate, blocktranslate or `_("…")`."""
    speech, literals = _Speech(), []
    for token in _outside_translation(text):
        if token.token_type == TokenType.TEXT:
            speech.feed(token.contents)
        elif token.token_type == TokenType.BLOCK and not speech.is_silent:
            literals += _spoken_literals(token.contents)
    speech.close()
    lines = [" ".join(found.split()) for found in speech.found]
    return [line for line in lines if re.search(r"[^\W\d_]{2}", line) and line not in SAME_EVERYWHERE] + literals


def _outside_translation(text: str) -> Iterator[Token]:
    inside = ""
    for token in Lexer(text).tokenize():
        word = token.contents.split(maxsplit=1)[0] if token.contents.strip() else ""
        if token.token_type == TokenType.BLOCK and inside:
            inside = "" if word == f"end{inside}" else inside
        elif token.token_type == TokenType.BLOCK and (
            word in {"blocktranslate", "comment"} or token.contents == "block body_class"
        ):
            inside = word
        elif not inside:
            yield token


def _spoken_literals(tag: str) -> list[str]:
    """Sentences and titles given to a component as a bare string."""
    name, _space, arguments = tag.partition(" ")
    if name in SILENT_TAGS:
        return []
    found = [text[1:-1] for before, text in LITERAL.findall(arguments) if before not in {":", "("}]
    return [text for text in found if re.search(r"[^\W\d_]{2}", text) and (" " in text or text[0].isupper())]


def informal(text: str) -> list[str]:
    """Words that address a reader as je: Kring says u to families and professionals alike."""
    return INFORMAL.findall(text)


def literals(tree: ast.Module) -> list[str]:
    """The strings of a module that are no docstring: also those that Django-free code says in Dutch."""
    prose = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in prose]
    return [node.value for node in found if isinstance(node.value, str)]


def forms(message: Message) -> tuple[list[str], list[str]]:
    """Dutch and translated forms as lists of the same length: one, or singular and plural."""
    return _forms(message.id), _forms(message.string)


def _forms(text: object) -> list[str]:
    return [str(form) for form in text] if isinstance(text, tuple | list) else [str(text)]


def unequal_placeholders(dutch: str, told: str) -> list[str]:
    """Placeholders and markup that stand in one of the two only."""
    ours, theirs = Counter(PLACEHOLDER.findall(dutch)), Counter(PLACEHOLDER.findall(told))
    return sorted(((ours - theirs) + (theirs - ours)).elements())


def family_templates() -> list[tuple[str, str]]:
    """Templates on the family's shell, or on a shell that the view chooses, and what they include."""
    given = dict(templates())
    found = [place for place, text in given.items() if ON_FAMILY_SHELL.search(text)]
    for place in found:
        found += [one for one in INCLUDED.findall(given[place]) if one in given and one not in found]
    return [(place, given[place]) for place in found]
