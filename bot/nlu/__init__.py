"""Understanding: what a visitor's words ask, as a library without Rasa, and thin Rasa components around it."""
