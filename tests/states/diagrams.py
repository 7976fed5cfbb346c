"""The page with all life cycles, `docs/states.md`; `KRING_DIAGRAMS=1 ./run test tests/states` writes it anew."""

from pathlib import Path

from tests.states.machines import MACHINES, Machine

PAGE = Path(__file__).resolve().parents[2] / "docs" / "states.md"
HEAD = """# Life cycles

What can follow what, drawn from the data that the rules ask; `KRING_DIAGRAMS=1 ./run test tests/states` writes this
page. The words are those of the screen. A dashed border marks a step that asks for a reason. Late is never a state: it
follows from a day.
"""


def page() -> str:
    return HEAD + "".join(f"\n## {one.title}\n\n```mermaid\n{diagram(one)}```\n" for one in MACHINES)


def diagram(machine: Machine) -> str:
    """As Mermaid, in the order in which the steps are written."""
    lines = ["stateDiagram-v2", "    direction LR"]
    lines += [f'    state "{machine.words[state]}" as {state}' for state in machine.words if state in machine.states]
    lines += [f"    [*] --> {state}" for state in machine.words if state in machine.start]
    order = {state: place for place, state in enumerate(machine.words)}
    for now, after in machine.steps.items():
        lines += [f"    {now} --> {then}" for then in sorted(after, key=order.__getitem__)]
    lines += [f"    {state} --> [*]" for state in machine.words if state in machine.states - frozenset(machine.steps)]
    if asked := [state for state in machine.words if state in machine.why & machine.states]:
        lines += ["    classDef why stroke-dasharray: 4 3", f"    class {','.join(asked)} why"]
    return "".join(f"{line}\n" for line in lines)
