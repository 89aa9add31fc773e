"""Rasa graph components: each hands a message to the library around it and writes the result onto the message."""
