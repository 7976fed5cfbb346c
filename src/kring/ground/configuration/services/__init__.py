"""The only writers of what is set: what held ends, and a new row says what holds from then on."""

from kring.ground.configuration.services.settings import set_value
from kring.ground.configuration.services.texts import write_text
from kring.ground.configuration.services.words import add_word, change_word, offer_again, retire_word

__all__ = ["add_word", "change_word", "offer_again", "retire_word", "set_value", "write_text"]
