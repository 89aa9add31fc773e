"""What the ``plumb`` commands do; ``bot/cli.py`` says how they are called."""
