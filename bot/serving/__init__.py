"""What makes the served bot fast and steady: one small module each, on Rasa's extension points where it has them."""
