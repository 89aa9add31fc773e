"""The call to the action server: one connection that stays open, a bounded wait, and an honest sentence on failure.

`ActionEndpoint` is Rasa's `EndpointConfig` with another `request`. Whatever the action server cannot do (not running,
hanging, an error, an answer that is none) becomes the reply "utter `utter_action_server_down`, nothing else happened",
so that Rasa says that sentence, logs the action as done, and the next message finds the conversation in order. Rasa
alone waits 300 seconds, logs the error, and says nothing.

`check_replies_once` replaces the one method of Rasa that re-reads a constant JSON schema on every action, 40 ms each.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict
from typing import Any

import aiohttp
import jsonschema
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

logger = logging.getLogger(__name__)

DOWN_RESPONSE = "utter_action_server_down"
"""Name of the domain's response for everything that the action server cannot do."""

DEFAULT_TIMEOUT_SECONDS = 4.0
KEEP_ALIVE_SECONDS = 3.0
"""Below the 5 seconds after which Sanic closes an idle connection, so that none is used while it is being closed."""
REMEMBERED_FAILURES = 1000

Reply = dict[str, Any]


class ActionEndpoint(EndpointConfig):
    """Rasa's endpoint configuration of the action server; `timeout` in endpoints.yml is in seconds, at most 5."""

    def __init__(self, *args: Any, timeout: float = DEFAULT_TIMEOUT_SECONDS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not 0 < timeout <= 5:
            raise ValueError(f"action_endpoint in endpoints.yml: timeout is {timeout}, has to be at most 5 (seconds).")
        if "${" in (self.url or ""):
            raise ValueError(
                f"action_endpoint in endpoints.yml: Rasa fills in {self.url} only without quotes around it."
            )
        self._timeout = timeout
        self._open_session: aiohttp.ClientSession | None = None
        self._failed: OrderedDict[str, str] = OrderedDict()

    @classmethod
    def of(cls, endpoint: EndpointConfig) -> ActionEndpoint:
        """The same configuration with this class's `request`."""
        return cls(
            endpoint.url,
            endpoint.params,
            endpoint.headers,
            endpoint.basic_auth,
            endpoint.token,
            endpoint.token_name,
            endpoint.cafile,
            # The whole domain is posted with every action unless an action asks for it.
            **{"enable_selective_domain": True, **endpoint.kwargs},
        )

    async def close(self) -> None:
        """Close the connection."""
        if self._open_session is not None:
            await self._open_session.close()
            self._open_session = None

    def session(self) -> Any:
        """The open session, in a form that `async with` does not close."""
        if self._open_session is None or self._open_session.closed:
            self._open_session = aiohttp.ClientSession(
                auth=aiohttp.BasicAuth(self.basic_auth["username"], self.basic_auth["password"])
                if self.basic_auth
                else None,
                connector=aiohttp.TCPConnector(keepalive_timeout=KEEP_ALIVE_SECONDS, limit=0),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return _Kept(self._open_session)

    async def request(self, *args: Any, **kwargs: Any) -> Reply:
        """Run an action; a failure is a reply as well. Only an action's own rejection is raised, as Rasa expects.

        Raises:
            ClientResponseError: status 400, the action rejected to run.
        """
        call = kwargs.get("json") or {}
        sender, message = str(call.get("sender_id")), _message_id(call)
        if message and self._failed.get(sender) == message:
            return _down(call, said=True)
        _leave_out_what_we_said(call)
        kwargs["timeout"] = aiohttp.ClientTimeout(total=self._timeout)
        try:
            reply = await super().request(*args, **kwargs)
            check_reply(reply)
            return dict(reply)
        except ClientResponseError as error:
            if error.status == 400 and _is_rejection(error.text):
                raise
            cause = f"it answered with status {error.status}"
        except asyncio.TimeoutError:
            cause = f"no answer within {self._timeout:g} seconds"
        except (aiohttp.ClientError, OSError) as error:
            cause = f"it cannot be reached ({type(error).__name__})"
        except (jsonschema.ValidationError, ValueError) as error:
            cause = f"its answer is not valid ({type(error).__name__})"
        self._remember(sender, message)
        # Ids only: what the visitor wrote stays in the conversation.
        logger.error(f"Action server at {self.url}, action '{call.get('next_action')}', sender '{sender}': {cause}.")
        return _down(call, said=False)

    def _remember(self, sender: str, message: str | None) -> None:
        # The next action for the same message fails at once and silently: the visitor waits once, and is told once.
        if message is None:
            return
        self._failed[sender] = message
        self._failed.move_to_end(sender)
        if len(self._failed) > REMEMBERED_FAILURES:
            self._failed.popitem(last=False)


class _Kept:
    """A client session that stays open when its `async with` ends."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def __aenter__(self) -> aiohttp.ClientSession:
        return self._session

    async def __aexit__(self, *_: object) -> None:
        return None


def _down(call: dict[str, Any], said: bool) -> Reply:
    return {"events": _reopened(call), "responses": [] if said else [{"response": DOWN_RESPONSE}]}


def _reopened(call: dict[str, Any]) -> list[dict[str, Any]]:
    """The events that ask the last question of a form again, where the latest message ended it.

    What the form was filled in for did not happen, so its last answer has to be given once more.
    """
    events = call.get("tracker", {}).get("events") or []
    now = next((number for number in range(len(events), 0, -1) if events[number - 1].get("event") == "user"), 0)
    ended = [event for event in events[now:] if event.get("event") == "active_loop" and event.get("name") is None]
    loop = next((e.get("name") for e in reversed(events[:now]) if e.get("event") == "active_loop"), None)
    asked = next((e.get("value") for e in reversed(events[:now])
                  if e.get("event") == "slot" and e.get("name") == REQUESTED_SLOT), None)
    if not ended or not loop or not asked:
        return []
    return [{"event": "active_loop", "name": loop}, {"event": "slot", "name": asked, "value": None},
            {"event": "slot", "name": REQUESTED_SLOT, "value": asked}]


def _message_id(call: dict[str, Any]) -> str | None:
    events = call.get("tracker", {}).get("events") or []
    return next((e.get("message_id") for e in reversed(events) if e.get("event") == "user"), None)


def _leave_out_what_we_said(call: dict[str, Any]) -> None:
    """Take the assistant's own messages out of the call: no action reads them, and each is many kilobytes long."""
    tracker = call.get("tracker")
    if tracker and tracker.get("events"):
        tracker["events"] = [event for event in tracker["events"] if event.get("event") != "bot"]


def _is_rejection(body: str | bytes) -> bool:
    try:
        content = json.loads(body)
    except ValueError:
        return False
    return isinstance(content, dict) and "action_name" in content


_VALIDATOR = jsonschema.validators.validator_for(RemoteAction.action_response_format_spec())(
    RemoteAction.action_response_format_spec()
)


def check_reply(reply: Any) -> None:
    """Hold an action server's reply against Rasa's own schema.

    Raises:
        jsonschema.ValidationError: it does not conform.
    """
    error = jsonschema.exceptions.best_match(_VALIDATOR.iter_errors(reply))
    if error is not None:
        raise error


def check_replies_once() -> None:
    """Let Rasa trust a reply that `ActionEndpoint` has checked; `jsonschema.validate` would check the schema again."""

    def _validate_action_result(self: RemoteAction, result: Reply) -> bool:
        if not isinstance(self.action_endpoint, ActionEndpoint):
            check_reply(result)
        return True

    RemoteAction._validate_action_result = _validate_action_result
