"""What the answers service says when it cannot answer because of itself, not because of the question."""


class MissingPhrase(LookupError):
    """A fixed sentence that the release does not carry.

    Raised with the phrase's name; ``bot/content/phrases.yml`` is the place to mend.
    """

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The published content has no phrase '{name}'. Add it to bot/content/phrases.yml and publish again."
        )
