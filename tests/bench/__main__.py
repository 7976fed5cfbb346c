"""`./run bench [NAME]`: the pages with 4,000 families. Ratios within one run count, not seconds between machines."""

import argparse
import os

import tests.postgres  # noqa: F401  starts the throw-away server and sets its address

os.environ["KRING_DATABASE_ROLE"] = "postgres"

import django

django.setup()

from tests.bench.pages import report  # noqa: E402

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="./run bench", description="Meet de bladzijden.")
    parser.add_argument("name", nargs="?", default="", help="alleen bladzijden waarvan de naam hiermee begint")
    parser.add_argument("--families", type=int, default=4000)
    parser.add_argument("--repeats", type=int, default=60)
    given = parser.parse_args()
    report(given.name, given.families, given.repeats)
