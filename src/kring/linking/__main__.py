"""`python -m kring.linking`: two lists of people in on standard input, the pairs out on standard output."""

import json
import sys

from kring.linking.records import Record
from kring.linking.weighing import weigh

given = json.load(sys.stdin)
asked, known = ([Record.read(one) for one in given[name]] for name in ("asked", "known"))
json.dump([pair.kept() for pair in weigh(asked, known, float(given["certainty"]))], sys.stdout)
