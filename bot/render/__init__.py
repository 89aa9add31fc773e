"""An answer as a platform can show it: pure functions, the platform's limits as data."""
