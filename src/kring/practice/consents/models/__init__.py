"""What is asked about help and about the use of data, and everything that is said to it."""

from kring.practice.consents.models.data import DataAnswer, DataConsent
from kring.practice.consents.models.help import HelpAnswer, HelpConsent
from kring.practice.consents.models.spoken import Channel, Spoken

__all__ = ["Channel", "DataAnswer", "DataConsent", "HelpAnswer", "HelpConsent", "Spoken"]
