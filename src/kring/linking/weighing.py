"""Weighing all pairs of two lists with the stored model, and what each field weighs in them."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import duckdb
from splink import Linker, SettingsCreator
from splink.backends.duckdb import DuckDBAPI

from kring.linking.comparing import LIKENESSES
from kring.linking.records import Pair, Record, Row, Weight

MODEL: Final = Path(__file__).with_name("model.json")
SHARE: Final = 0.5
"""How many of those who are asked for are expected in the register: what is not known is not taken for likely."""
MEMORY: Final = "2GB"
OWN: Final = frozenset({"given", "birth"})


def weigh(asked: Sequence[Record], known: Sequence[Record], certainty: float) -> list[Pair]:
    """Every pair at or above this certainty, each person once with each other, by the surname that says most."""
    if not asked or not known:
        return []
    model = json.loads(MODEL.read_text(encoding="utf-8"))
    model["probability_two_random_records_match"] = min(0.5, SHARE / len({one.key for one in known}))
    weighed = linker(asked, known, model).inference.predict(threshold_match_probability=certainty, warning_mode="never")
    best: dict[tuple[str, str], Pair] = {}
    for row in weighed.as_record_list():
        pair = _pair(row)
        at = (pair.asked, pair.known)
        if _is_own(pair) and (at not in best or best[at].certainty < pair.certainty):
            best[at] = pair
    return sorted(best.values(), key=lambda pair: (-pair.certainty, pair.asked, pair.known))


def _is_own(pair: Pair) -> bool:
    """A family shares a surname and a home, twins a birth as well: the given name may not differ."""
    own = {one.field: one for one in pair.weights if one.field in OWN}
    differs = own["given"].likeness == "other"
    return pair.asked != pair.known and not differs and sum(one.bits for one in own.values()) > 0


def linker(asked: Sequence[Record], known: Sequence[Record], model: dict[str, object] | SettingsCreator) -> Linker:
    """In memory only: what DuckDB would write to a file stays undone."""
    database = duckdb.connect(":memory:", config={"temp_directory": "", "memory_limit": MEMORY})
    api = DuckDBAPI(database)
    database.execute("set enable_progress_bar = false")
    tables = [api.register(_rows(people), table_name=name) for name, people in (("asked", asked), ("known", known))]
    return Linker(tables, model, log_level=None)


def _rows(people: Iterable[Record]) -> list[Row]:
    return [row for number, one in enumerate(people) for row in one.rows(number)]


def _pair(row: dict[str, object]) -> Pair:
    return Pair(
        str(row["unique_id_l"]).partition("#")[0],
        str(row["unique_id_r"]).partition("#")[0],
        float(str(row["match_probability"])),
        tuple(_weight(row, field) for field in LIKENESSES),
    )


def _weight(row: dict[str, object], field: str) -> Weight:
    found = int(str(row[f"gamma_{field}"]))
    likeness = LIKENESSES[field][-1 - found] if found >= 0 else "unknown"
    bits = float(str(row[f"mw_{field}"])) + float(str(row.get(f"mw_tf_adj_{field}") or 0))
    return Weight(field, likeness, round(bits, 1))
