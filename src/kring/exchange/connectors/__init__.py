"""The storing half of each connector. Importing this package registers them all."""

from kring.exchange.connectors import addresses
from kring.exchange.registry import register

register(addresses.Addresses())
