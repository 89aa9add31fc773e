"""What a message means, given what was said before. Pure: no Rasa, no spaCy, no store."""
