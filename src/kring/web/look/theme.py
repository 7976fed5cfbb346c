"""A co-operation's own colours: 1-3 seeds become the NL Design System 'basis' colour tokens, behind a WCAG 2.2 AA gate.

Status and people's kinds (family, own network, volunteer, professional) carry meaning: they keep their colour.
"""

from dataclasses import dataclass

from kring.web.look.colour import Oklch, contrast, hue_distance

PAPER = "#faf9f6"
WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Theme:
    """Seed colours of one co-operation: `action` for links and buttons, `neutral` for lines and grey text."""

    name: str
    title: str
    action: str = "#0f5c63"
    neutral: str = "#4d5b58"


KRING = Theme("kring", "Kring")
BLUE = Theme("blauw", "Blauw", action="#00669b")
PURPLE = Theme("paars", "Paars", action="#6a3d9a")
THEMES = (KRING, BLUE, PURPLE)

BAD = "#a63d2f"
FIXED = {
    "accent-1": "#7a4a6d",  # plum: the family
    "accent-2": "#9a4a1f",  # rust: volunteers
    "accent-3": "#4a5f9c",  # blue: the Wmo
    "info": "#0f5c63",  # petrol: professionals
    "positive": "#2c6e49",  # green: own network, and what goes well
    "warning": "#9a6a00",  # ochre: school, work and leisure, and what asks attention
    "highlight": "#9a6a00",
    "negative": BAD,
}

# token: (lightness, share of the seed's chroma)
BACKGROUNDS = {
    "bg-subtle": (0.975, 0.10),
    "bg-default": (0.950, 0.20),
    "bg-hover": (0.920, 0.28),
    "bg-active": (0.885, 0.36),
    "border-subtle": (0.885, 0.28),
}
STRONG = {
    "border-hover": (0.50, 0.8),
    "border-active": (0.42, 0.9),
    "color-document": (0.27, 0.45),
    "inverse-bg-document": (0.27, 0.6),
    "inverse-bg-subtle": (0.34, 0.7),
    "inverse-border-subtle": (0.5, 0.7),
    "inverse-border-default": (0.75, 0.5),
    "inverse-border-hover": (0.82, 0.4),
    "inverse-color-subtle": (0.92, 0.2),
}
ON_INVERSE = ("border-active", "color-default", "color-hover", "color-active", "color-document")

# (foreground, background, least contrast); None is the page's own paper
GATE = (
    ("color-default", "bg-document", 4.5),
    ("color-default", "bg-active", 4.5),
    ("color-default", None, 4.5),
    ("color-document", "bg-active", 7.0),
    ("color-subtle", "bg-default", 4.5),
    ("color-subtle", None, 4.5),
    ("border-default", "bg-document", 3.0),
    ("border-default", None, 3.0),
    ("inverse-color-default", "inverse-bg-default", 4.5),
    ("inverse-color-subtle", "inverse-bg-subtle", 4.5),
)
NEAR_RED = 25.0


def tokens(theme: Theme) -> dict[str, str]:
    """All colour tokens of a theme by their CSS name."""
    return {
        f"--basis-color-{group}-{name}": value
        for group, seed in _seeds(theme).items()
        for name, value in ramp(seed, grey=group in {"default", "disabled"}).items()
    }


def differences(theme: Theme, base: Theme = KRING) -> dict[str, str]:
    """Only what a theme changes, so that its own file stays small."""
    standard = tokens(base)
    return {name: value for name, value in tokens(theme).items() if standard[name] != value}


def ramp(seed: str, *, grey: bool = False) -> dict[str, str]:
    """The 28 tokens of one colour group, from background to inverse text."""
    colour = Oklch.of(seed)
    share = 0.5 if grey else 1.0
    made = {"bg-document": WHITE}
    made |= {name: _shade(colour, light, part * share) for name, (light, part) in BACKGROUNDS.items()}
    made |= {name: _shade(colour, light, part) for name, (light, part) in STRONG.items()}
    start = min(colour.lightness, 0.52)
    text = _darken(Oklch(start, colour.chroma, colour.hue), made["bg-active"], 4.6)
    made["color-default"] = text.hex()
    made["color-subtle"] = _darken(Oklch(start + 0.06, colour.chroma * 0.9, colour.hue), made["bg-default"], 4.6).hex()
    made["border-default"] = _darken(Oklch(0.66, colour.chroma * 0.6 * share, colour.hue), PAPER, 3.05).hex()
    made["color-hover"] = _shade(colour, text.lightness - 0.06, 1)
    made["color-active"] = _shade(colour, text.lightness - 0.11, 1)
    made |= {f"inverse-bg-{state}": made[f"color-{state}"] for state in ("default", "hover", "active")}
    return made | {f"inverse-{name}": WHITE for name in ON_INVERSE}


def faults(theme: Theme) -> list[str]:
    """Pairs of colours that are too close to read, in Dutch. A theme with faults is refused."""
    found = []
    for group, seed in _seeds(theme).items():
        made = ramp(seed, grey=group in {"default", "disabled"})
        for front, back, least in GATE:
            ratio = contrast(made[front], PAPER if back is None else made[back])
            if ratio < least:
                found.append(
                    f"{theme.title}: {group} {front} op {back or 'papier'} heeft contrast {ratio:.2f}, nodig is {least}"
                )
    return found


def warnings(theme: Theme) -> list[str]:
    """What a theme allows but should not: links that look like errors."""
    if hue_distance(theme.action, BAD) < NEAR_RED:
        return [f"{theme.title}: de actiekleur {theme.action} lijkt op de kleur van fouten; kies een andere tint"]
    return []


def css(theme: Theme) -> str:
    """The extra stylesheet of a theme: `<html data-theme="name">` switches it on."""
    lines = ";".join(f"{name}:{value}" for name, value in differences(theme).items())
    return f':root[data-theme="{theme.name}"]{{{lines}}}\n'


def _seeds(theme: Theme) -> dict[str, str]:
    own = {"default": theme.neutral, "disabled": theme.neutral}
    acting = {"action-1": theme.action, "action-2": theme.action, "selected": theme.action}
    return own | acting | FIXED


def _shade(colour: Oklch, lightness: float, share: float) -> str:
    return Oklch(lightness, colour.chroma * share, colour.hue).hex()


def _darken(colour: Oklch, background: str, least: float) -> Oklch:
    shade = colour
    while contrast(shade.hex(), background) < least and shade.lightness > 0:
        shade = Oklch(shade.lightness - 0.004, shade.chroma, shade.hue)
    return shade
