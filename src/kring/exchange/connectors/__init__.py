"""The storing half of each connector. Importing this package registers them all."""

from kring.exchange.connectors import addresses, brp, istandaarden, provisions
from kring.exchange.registry import register

for connector in (brp.Brp(), istandaarden.Messages(), provisions.Provisions(), addresses.Addresses()):
    register(connector)
