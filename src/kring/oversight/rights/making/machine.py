"""The package for machines: one JSON document, described in docs/uitwisseling/gegevens-over-een-persoon.md."""

import json

from kring.oversight.rights.belonging.values import Plain
from kring.oversight.rights.making import words
from kring.oversight.rights.making.collecting import Collected, Entry, Section

FORM = "kring-gegevens/1"


def as_json(found: Collected) -> bytes:
    document = {
        "vorm": FORM,
        "over": found.about,
        "gemaakt_op": found.at.isoformat(),
        "onderdelen": [_section(section) for section in found.sections],
        "bestanden": [file.name for file in found.files],
        "altijd": [words.shielded(), words.not_yet(), words.someone_else()],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _section(section: Section) -> dict[str, Plain]:
    told: dict[str, Plain] = {"code": section.code, "naam": section.title}
    if section.others:
        told["weggelaten"] = {"aantal": section.others, "grond": words.others(section.others)}
    if section.withheld:
        told["niet_gegeven"] = words.withheld()
    return told | {"rijen": [{one.name: _entry(one) for one in row} for row in section.rows]}


def _entry(one: Entry) -> Plain:
    if one.left_out:
        return {"naam": one.label, "weggelaten": one.left_out}
    return {"naam": one.label, "waarde": one.value} | ({"tekst": one.text} if one.text else {})
