"""kring.css: NL Design System components, only the tokens they use on Kring's own values, and Kring's layers on top."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kring.web.look import theme
from kring.web.look.places import CSS, DRAW_CSS, PARTS

BANNER = (
    "/*! Kring, EUPL-1.2. Holds parts of the NL Design System, EUPL-1.2, "
    "(c) Frameless B.V., Gemeente Utrecht and the NL Design System community: see THIRD_PARTY.md. "
    "Built by 'python -m kring.web.look build': do not edit. */\n"
)
LAYERS = "@layer base,nlds,kring,draw,print;"
# a layer is a name and its source files, in the order of the cascade
KRING = (
    ("base", ("base",)),
    (
        "kring",
        (
            "shell",
            "content",
            "people",
            "plan",
            "kitchen",
            "dossier",
            "forms",
            "tables",
            "figures",
            "agenda",
            "study",
            "entrance",
            "ownplan",
        ),
    ),
    ("print", ("print",)),
)
STRINGS = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))""")
REFERENCE = re.compile(r"var\(\s*(--[a-z0-9-]+)")


def build(draw: Path = DRAW_CSS) -> str:
    """The whole stylesheet. `draw` holds the rules of the drawings; they are left out while that file is absent."""
    components = minify("\n".join(path.read_text() for path in sorted((PARTS / "components").glob("*.css"))))
    layers = [(name, minify("".join(_source(part) for part in parts))) for name, parts in KRING]
    if draw.exists():
        layers.append(("draw", minify(draw.read_text())))
    own = declared(_source("tokens"))
    used = needed(
        "".join([components, *(css for _, css in layers)]), {**_wiring(), **theme.tokens(theme.KRING), **own}, own
    )
    root = ";".join(f"{name}:{value}" for name, value in used.items())
    body = "\n".join(f"@layer {name}{{{css}}}" for name, css in [("nlds", components), *layers])
    return f"{BANNER}{minify(_source('fonts'))}\n:root{{{root}}}\n{LAYERS}\n{body}\n"


def minify(css: str) -> str:
    """Without comments and needless space; strings and url(…) stay as they are."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    pieces = STRINGS.split(bare)
    pieces[::2] = [_squeeze(piece) for piece in pieces[::2]]
    return "".join(pieces).replace(";}", "}").strip()


def declared(css: str) -> dict[str, str]:
    """Custom properties in the order of declaration: `--name: value;`."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return {name: " ".join(value.split()) for name, value in re.findall(r"(--[a-z0-9-]+)\s*:\s*([^;]+);", bare)}


def needed(css: str, values: Mapping[str, str], always: Iterable[str] = ()) -> dict[str, str]:
    """The tokens that the rules reach, directly or through other tokens. References without a value are left out."""
    kept: dict[str, str] = {}
    waiting = [*REFERENCE.findall(css), *always]
    while waiting:
        name = waiting.pop()
        if name in values and name not in kept:
            kept[name] = values[name]
            waiting += REFERENCE.findall(values[name])
    return dict(sorted(kept.items()))


def _squeeze(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    return re.sub(r":\s+", ":", css)


def _source(name: str) -> str:
    return (CSS / f"{name}.css").read_text()


def _wiring() -> dict[str, str]:
    """How component tokens follow from basis tokens, as the NL Design System's example theme wires them."""
    return declared((PARTS / "tokens" / "voorbeeld.css").read_text())
