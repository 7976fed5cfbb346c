"""`./run bench [NAME]` and `./run bench rls [NAME]`: the pages with 4,000 families. Ratios within one run count.

`./run bench doubles`: how many persons of a carelessly written file are found back in a register of 100,000.
`./run bench zoeken`: how long a search takes in it. `./run bench genogram`: what drawing a family costs.
`./run bench papers`: what making the papers of a plan takes.
`./run bench model`: trains the model that weighs likenesses.
"""

import argparse
import os

import tests.postgres  # noqa: F401  starts the throw-away server and sets its address

os.environ["KRING_DATABASE_ROLE"] = "postgres"

import django

django.setup()

from tests.bench import doubles, genogram, pages, papers, rls, search  # noqa: E402
from tests.doubles import training  # noqa: E402

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="./run bench", description="Meet de bladzijden.")
    parser.add_argument(
        "name",
        nargs="?",
        default="",
        help="rls, doubles, zoeken, genogram, papers, model, of het begin van een bladzijde",
    )
    parser.add_argument("page", nargs="?", default="", help="bij rls: hoe de naam van een bladzijde begint")
    parser.add_argument("--families", type=int, default=4000)
    parser.add_argument("--repeats", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=9, help="bij rls: hoe vaak twintig lezers tegelijk lezen")
    parser.add_argument("--people", type=int, default=100_000, help="bij doubles: hoe groot het register is")
    given = parser.parse_args()
    if given.name == "rls":
        rls.report(given.page, given.families, given.repeats, given.rounds)
    elif given.name == "doubles":
        doubles.report(given.people)
    elif given.name == "genogram":
        genogram.report(given.repeats)
    elif given.name == "papers":
        papers.report(given.repeats)
    elif given.name == "model":
        training.train()
    elif given.name == "zoeken":
        search.report(given.people)
    else:
        pages.report(given.name, given.families, given.repeats)
