"""What a YAML parser's message means, in an editor's words."""
from __future__ import annotations

#: Part of the parser's message -> what is wrong and what to do.
_MEANINGS = (
    ("mapping values are not allowed", "A ': ' inside plain text, or a line that is indented wrongly.",
     "Put the text in double quotes, or line the key up with its neighbours."),
    ("cannot start any token", "A character that YAML does not allow here, often a tab or an @, ` or %.",
     "Indent with spaces, and put the text in double quotes."),
    ("found undefined alias", "Plain text that starts with * is read as a YAML alias.", "Put it in double quotes."),
    ("alias", "The file uses a YAML alias (*name).", "Write the value out."),
    ("unexpected end of stream", "A quotation mark or bracket is opened and never closed.",
     "Close it; a quotation mark inside a quoted text is written \\\"."),
    ("did not find expected ',' or ']'", "A list in [ ] is not closed, or a comma is missing.",
     "Check the brackets and commas, and quote items that hold a comma or a colon."),
    ("did not find expected ',' or '}'", "A { } is not closed, or a comma is missing.",
     "Check the braces and commas, and quote texts that hold a comma or a colon."),
    ("did not find expected key", "A line is indented differently from its neighbours, or a quotation mark closes "
     "too early.", "Indent with 2 spaces a level; a quotation mark inside a quoted text is written \\\"."),
    ("did not find expected '-' indicator", "A line in a list starts without '- ' or is indented differently.",
     "Line it up with the other items."),
    ("could not find expected ':'", "A key without its colon, or text that runs over its line.",
     "Write 'key: value', or start long text with >-."),
    ("expected a single document", "A second document starts here (---).", "Keep one document a file."),
    ("control character", "The file holds a character that cannot be shown.", "Delete it and type the text again."),
    ("unknown escape character", "A backslash in double quotes starts an escape that YAML does not know.",
     "Write it twice (\\\\) or use single quotes."),
)


def explain_yaml(problem: str) -> tuple[str, str]:
    """Cause and remedy of a YAML parser's ``problem``."""
    for part, cause, remedy in _MEANINGS:
        if part in problem:
            return cause, remedy
    return f"The file is not valid YAML: {problem}.", "Compare the line with _template.yml."
