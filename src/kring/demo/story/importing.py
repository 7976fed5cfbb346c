"""The files enter by the same service as `./run import`, a transaction per file; a second time they change nothing."""

from kring.demo.files.all import all_files
from kring.demo.story import progress
from kring.demo.story.cast import Cast
from kring.exchange import connectors  # noqa: F401  the connectors register themselves
from kring.exchange.models import DeliveryKind, DeliveryState
from kring.exchange.registry import Incoming
from kring.exchange.services import deliver, in_the_register
from kring.ground.access.actor import acting, system_actor
from kring.ground.organisations.models import Organisation


def bring_files(cast: Cast) -> None:
    """Every file of the demo. One that is refused is a fault in the demo itself."""
    actor = system_actor(cast.now)
    with in_the_register():
        with acting(actor):
            towns = {row.cbs_code: row for row in Organisation.objects.exclude(cbs_code="").order_by("cbs_code")}
        done = progress.steps_done()
        for file in all_files(cast.world):
            if file.path in done:
                continue
            incoming = Incoming(file.path, file.content)
            result = deliver(actor=actor, controller=towns[file.town], kind=DeliveryKind(file.kind), file=incoming)
            if result.state is DeliveryState.REFUSED or any(finding.refuses for finding in result.findings):
                raise RuntimeError(f"{file.path}: {result.findings[0]}")
            progress.mark_done(file.path)
