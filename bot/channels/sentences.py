"""What the channels for browsers say by themselves, in plain words: what happened, and what to do."""

FAILED = "Something went wrong while I worked on your message. Nothing is lost. Please send it again."
SILENT = "I have no answer to that message, and I do not know why. Please send it again, or say it in other words."
SLOW = "This takes longer than it should. I am still on it, and my answer will come here."

TOO_LONG = "Your message is too long. It may have at most 4,000 characters. Please send it in parts."
EMPTY = "There is nothing in your message. Please type something first."
TOO_OFTEN = "That was many messages in a short time. Please wait {seconds} seconds, then send it again."
TOO_OFTEN_ASKED = "You asked for that many times in a short time. Please wait {seconds} seconds, then try again."
TOO_MANY_VISITORS = "Many people began a chat from your network just now. Please try again in {seconds} seconds."
MALFORMED = "This page sent something that the server cannot read. Reload the page and try again."

TOKEN = "This chat has ended, or it belongs to another browser. Start a new one."
NOT_BY_NAME = "This name belongs to a chat in a browser, which only that browser can go on with. Use another name."
ORIGIN = "This website may not use this chat. Its owner can allow it with the setting PLUMBLINE_ORIGINS."
PROTOCOL = "This page speaks another version of the chat than the server does. Reload the page."
STOPPING = "The server stops for a moment. Your messages are kept, and the chat goes on by itself."
NOT_NOW = "The records cannot be used just now, so nothing was read or removed. Please try again in a minute."
