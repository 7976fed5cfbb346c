"""The languages of the screens: Dutch is the source, every other language a catalogue beside it."""
