"""What is kept about a visitor beside the conversation: practice log, reminders, feedback, unanswered questions."""
