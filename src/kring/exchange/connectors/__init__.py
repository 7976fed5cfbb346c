"""The storing half of each connector. Importing this package registers them all."""

from kring.exchange.connectors import addresses, brp
from kring.exchange.registry import register

for connector in (brp.Brp(), addresses.Addresses()):
    register(connector)
