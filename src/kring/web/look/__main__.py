"""python -m kring.web.look check | build | refresh [package@version …]"""

import argparse
import gzip
import sys
from collections.abc import Sequence

from kring.web.look import results, theme, vendor


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when something has to be done, with a line for each thing."""
    reader = argparse.ArgumentParser(prog="python -m kring.web.look", description="De vormgeving van Kring.")
    commands = reader.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="kloppen de bestanden van anderen en is alles gebouwd? (zonder netwerk)")
    commands.add_parser("build", help="bouw kring.css, de thema's, de iconen en THIRD_PARTY.md")
    fetch = commands.add_parser("refresh", help="haal de bestanden van anderen opnieuw op (met npm) en bouw alles")
    fetch.add_argument("newer", nargs="*", metavar="pakket@versie", help="verhoog dit pakket naar deze versie")
    given = reader.parse_args(arguments)
    if given.command == "refresh":
        vendor.refresh(dict(each.rsplit("@", 1) for each in given.newer))
    if given.command in {"build", "refresh"}:
        _build()
    return _check()


def _build() -> None:
    for path, text in results.results().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        small = len(gzip.compress(text.encode(), 9, mtime=0))
        _say(f"{path.name}: {len(text.encode()) / 1024:.1f} kB, {small / 1024:.1f} kB met gzip")


def _check() -> int:
    for warning in (line for each in theme.THEMES for line in theme.warnings(each)):
        _say(f"let op: {warning}")
    faults = results.faults()
    for fault in faults:
        _say(fault)
    return 1 if faults else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
