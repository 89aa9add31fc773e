"""`make bench`: this assistant beside a bot with Rasa's default configuration, in one run on one machine."""
