"""Where the look's sources lie and where its results go, relative to the folder of the web front."""

from pathlib import Path

LOOK = Path(__file__).resolve().parent
WEB = LOOK.parent
SOURCE = WEB.parent
ROOT = SOURCE.parent.parent

MANIFEST = LOOK / "vendor.json"
PARTS = LOOK / "parts"
CSS = LOOK / "css"
OWN_ICONS = LOOK / "own"
STATIC = WEB / "static"
VENDORED = (PARTS, STATIC / "vendor")
DRAW_CSS = SOURCE / "draw" / "draw.css"
LOCK = ROOT / "uv.lock"
THIRD_PARTY = ROOT / "THIRD_PARTY.md"
