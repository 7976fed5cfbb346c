"""`./run bench model`: makes `kring/linking/model.json` from another generated register than the one that is measured.

Which row is about whom is known there, so nothing is guessed: how often each likeness occurs in pairs that are one
person, and in pairs of strangers. No real person is ever trained on.
"""

import json
from collections.abc import Sequence

from kring.linking.comparing import questions
from kring.linking.records import Record
from kring.linking.weighing import MODEL, linker
from tests.doubles.misspelling import write_down
from tests.doubles.register import make_register
from tests.doubles.scoring import record_of, record_of_row

SEEDS = (101, 103)
PAIRS = 5e6
RARE = 0.001
"""For a likeness that did not occur among them: it may occur."""
KEPT = ("comparisons", "blocking_rules_to_generate_predictions", "link_type", "unique_id_column_name",
        "retain_intermediate_calculation_columns", "sql_dialect")  # fmt: skip


def train(people: int = 50_000, rows: int = 20_000) -> None:
    """The same seeds give the same model, up to the last figures."""
    register = make_register(people, SEEDS[0])
    written = write_down(register, rows, SEEDS[1])
    asked = [record_of_row(str(row.about), row) for row in written if row.about is not None]
    model = _trained(asked, [record_of(human) for human in register])
    MODEL.write_text(json.dumps(model, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{MODEL.name}: {people} personen, {len(asked)} regels")


def _trained(asked: Sequence[Record], known: Sequence[Record]) -> dict[str, object]:
    work = linker(asked, known, questions())
    work.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=SEEDS[0])
    work.training.estimate_m_from_label_column("person")
    model = {name: value for name, value in work.misc.save_model_to_json().items() if name in KEPT}
    for comparison in model["comparisons"]:
        for level in comparison["comparison_levels"]:
            if not level.get("is_null_level"):
                level["m_probability"] = round(max(level.get("m_probability") or 0, RARE), 6)
                level["u_probability"] = round(max(level.get("u_probability") or 0, RARE**2), 9)
    return model
