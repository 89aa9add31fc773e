"""The content store: numbered releases in SQLite or PostgreSQL, published whole, read without waiting."""
