"""Do not load what this deployment does not use: the other channels' libraries, and the plots of Rasa's tests.

Rasa imports all of its channels (Slack, Telegram, Webex, Hangouts and their libraries) and, for its test reports,
matplotlib, whenever its server starts: about a second and 60 MB. The stand-ins are there while Rasa is imported only,
so that a channel of the project's own may still build on one of Rasa's.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from bot.serving import stand_ins

CHANNELS = {
    "botframework": ("rasa.core.channels.botframework", "BotFrameworkInput"),
    "callback": ("rasa.core.channels.callback", "CallbackInput"),
    "cmdline": ("rasa.core.channels.console", "CmdlineInput"),
    "facebook": ("rasa.core.channels.facebook", "FacebookInput"),
    "hangouts": ("rasa.core.channels.hangouts", "HangoutsInput"),
    "mattermost": ("rasa.core.channels.mattermost", "MattermostInput"),
    "rasa": ("rasa.core.channels.rasa_chat", "RasaChatInput"),
    "rocketchat": ("rasa.core.channels.rocketchat", "RocketChatInput"),
    "slack": ("rasa.core.channels.slack", "SlackInput"),
    "socketio": ("rasa.core.channels.socketio", "SocketIOInput"),
    "telegram": ("rasa.core.channels.telegram", "TelegramInput"),
    "twilio": ("rasa.core.channels.twilio", "TwilioInput"),
    "twilio_voice": ("rasa.core.channels.twilio_voice", "TwilioVoiceInput"),
    "webexteams": ("rasa.core.channels.webexteams", "WebexTeamsInput"),
}
"""Rasa's channels: name in credentials.yml -> module and class. `rest` is small and always loaded."""

PLOTS = "rasa.utils.plotting"
REMEDY = "name the channel in credentials.yml."


@contextmanager
def unused_left_out(channels: Collection[str]) -> Iterator[None]:
    """While Rasa is imported in the `with` block, put stand-ins for every channel that is not named.

    Args:
        channels: the names in credentials.yml.

    Raises:
        RuntimeError: Rasa is loaded already, so that it is too late.
    """
    absent = {name: place for name, place in CHANNELS.items() if name not in channels}
    table = {module: (class_name,) for module, class_name in absent.values()}
    stand_ins.install({**table, PLOTS: ()}, REMEDY)
    for name, (module, class_name) in absent.items():
        # Rasa asks each channel for its name when it lists them.
        getattr(sys.modules[module], class_name).name = classmethod(lambda _cls, name=name: name)
    try:
        yield
    finally:
        for module in (*table, PLOTS):
            del sys.modules[module]
