"""Rights after somebody turned out to be somebody else: compiled anew for every dossier that names them."""

from collections.abc import Collection
from uuid import UUID

from kring.ground.access import compiler
from kring.ground.access.gates import gate


def recompile(dossiers: Collection[UUID]) -> int:
    """How many grants differ from before. In the caller's transaction."""
    with gate():
        return sum(compiler.recompile_dossier(dossier) for dossier in sorted(dossiers))
