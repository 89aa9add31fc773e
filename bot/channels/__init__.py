"""How messages come in and answers go out: the Rasa channels of this project."""
