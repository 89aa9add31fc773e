"""The coach: routines one step at a time, the practice log, reminders. No Rasa, no database."""
