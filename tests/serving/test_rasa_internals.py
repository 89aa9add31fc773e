"""What bot.serving relies on inside Rasa, word for word.

A failing line means that an upgrade changed a function that bot/serving replaces or imitates. Read the change, adapt
the module named here if it needs it, run its tests, and then record the new digest.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect

import pytest

RELIED_ON = {
    "bot/serving/action_endpoint.py": {
        "rasa.core.actions.action:RemoteAction._validate_action_result": "f8cdb4be68123961",
        "rasa.core.actions.action:RemoteAction.run": "ccabf6f1160d527a",
        "rasa.core.actions.action:RemoteAction._utter_responses": "7a3bd35c97900bf6",
        "rasa.utils.endpoints:EndpointConfig.__init__": "07e0715d80d8e880",
        "rasa.utils.endpoints:EndpointConfig.session": "e55aa13d9d4fb4bc",
        "rasa.utils.endpoints:EndpointConfig.request": "ccdb778aed8208e2",
    },
    "bot/serving/graph_runner.py": {
        "rasa.core.processor:MessageProcessor._load_model": "17f24faf96817bdf",
        "rasa.engine.runner.dask:DaskGraphRunner.run": "45f0f52f574f3aa9",
        "rasa.engine.runner.dask:DaskGraphRunner._build_dask_graph": "5bb99f974d512a36",
        "rasa.engine.runner.dask:DaskGraphRunner._add_inputs_to_graph": "d04a0ca2df6241c1",
        "rasa.engine.graph:GraphNode.__call__": "66127a2bfb6fcf1e",
    },
    "bot/serving/tracker_store.py": {
        "rasa.core.tracker_store:TrackerStore": "73fedcc90750abca",
        "rasa.core.tracker_store:FailSafeTrackerStore": "84833481b14c2271",
        "rasa.core.tracker_store:_load_from_module_name_in_endpoint_config": "ffd9d0b30fd73ea8",
        "rasa.shared.core.events:deserialise_events": "38dfc592a4be4dec",
        "rasa.shared.core.events:Event.from_parameters": "0cd3c87e5812d7ae",
    },
    "bot/serving/window.py": {
        "rasa.shared.core.trackers:DialogueStateTracker": "187ee2be2d5e793e",
    },
    "bot/serving/lock_store.py": {
        "rasa.core.lock_store:LockStore.lock": "8b9b716c031a3444",
        "rasa.core.lock_store:_load_from_module_name_in_endpoint_config": "5479347bbb2762be",
    },
    "bot/serving/server.py": {
        "rasa.core.run:serve_application": "fa80588d9e008b67",
        "rasa.core.run:load_agent_on_start": "b23e12447febeb64",
        "rasa.core.agent:load_agent": "abc2a4cb13cbbd2b",
    },
    "bot/serving/root_route.py": {
        "rasa.server:add_root_route": "acc5f7c278af32f8",
        "rasa.core.run:_create_app_without_api": "b20b15ec0c9a106d",
        "rasa.core.channels.channel:register": "f6dc783f1ad3638e",
    },
    "bot/serving/threaded_actions.py": {
        "rasa_sdk.endpoint:create_app": "4f0ea292cb96d1f8",
        "rasa_sdk.executor:ActionExecutor.register_function": "1af07f9ad9f802c0",
        "rasa_sdk.executor:ActionExecutor.run": "e7b927646292849f",
    },
}


def _digest(place: str) -> str:
    module, _, path = place.partition(":")
    found = importlib.import_module(module)
    for name in path.split("."):
        found = getattr(found, name)
    return hashlib.sha256(inspect.getsource(found).encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("ours", "place", "digest"),
    [(ours, place, digest) for ours, places in RELIED_ON.items() for place, digest in places.items()],
)
def test_rasa_is_what_we_rely_on(ours: str, place: str, digest: str) -> None:
    assert _digest(place) == digest, f"{place} changed; {ours} relies on it"
