"""The Rasa server of this assistant: `python -m bot.serving.server`, on loopback.

It serves the channels of credentials.yml with the endpoints of endpoints.yml, as `rasa run` does, and
- leaves out TensorFlow and the channels that are not used (bot.serving.without_tensorflow, bot.serving.unused);
- leaves the address / to the site where credentials.yml names it (bot.serving.root_route);
- calls the action server through bot.serving.action_endpoint;
- does not wait for a database that says nothing (bot.serving.patience);
- starts only when a model answers, and says in one line why it does not;
- offers no HTTP API beside the channels, and sends no telemetry.

`SANIC_WORKERS` sets how many processes share the port; above 1, endpoints.yml needs a lock store for them
(bot.serving.lock_store). The model comes from --model or PLUMBLINE_MODEL: a file, or a folder whose newest is taken.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot import settings
from bot.ports import PortTaken, require_free
from bot.serving.root_route import leave_root_to_site
from bot.serving.unused import unused_left_out
from bot.serving.without_tensorflow import check_model, leave_tensorflow_out

if TYPE_CHECKING:
    from rasa.core.utils import AvailableEndpoints
    from sanic import Sanic

logger = logging.getLogger("bot.serving.server")


class CannotServe(Exception):
    """The server cannot start; the message names the place, the cause and the remedy."""


def newest_model(path: Path) -> Path:
    """The model file at a path, or the newest in a folder.

    Raises:
        CannotServe: there is none.
    """
    models = [path] if path.is_file() else sorted(path.glob("*.tar.gz"), key=lambda model: model.stat().st_mtime)
    if not models:
        raise CannotServe(f"{path}: no model here. Train one: `python -m bot.serving.rasa_cli train`.")
    return models[-1]


def read_channels(credentials: Path) -> list[str]:
    """The names of the channels in credentials.yml.

    Raises:
        CannotServe: the file cannot be read or names none.
    """
    try:
        content = yaml.safe_load(credentials.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise CannotServe(f"{credentials}: cannot be read: {error}") from error
    if not isinstance(content, dict) or not content:
        raise CannotServe(f"{credentials}: names no channel. Add one, for example `rest:`.")
    return list(content)


def load_rasa(channels: list[str]) -> None:
    """Import what serves a message, without what does not."""
    leave_tensorflow_out()
    # What the pinned libraries deprecate in each other is of no use to whoever reads the log.
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    logging.captureWarnings(True)
    with unused_left_out(channels):
        import rasa.core.run
        import rasa.engine.recipes.default_components  # noqa: F401
    logging.captureWarnings(False)
    from bot.serving.action_endpoint import check_replies_once
    from bot.serving.graph_runner import run_graphs_in_sequence

    check_replies_once()
    run_graphs_in_sequence()


def read_endpoints(path: Path) -> AvailableEndpoints:
    """Rasa's endpoints with our call to the action server.

    Raises:
        CannotServe: the file is missing, names no action server, or a store in it cannot be used.
    """
    from rasa.core.lock_store import LockStore
    from rasa.core.tracker_store import InMemoryTrackerStore, create_tracker_store
    from rasa.core.utils import AvailableEndpoints
    from rasa.shared.exceptions import RasaException

    from bot.serving.action_endpoint import ActionEndpoint

    if not path.is_file():
        raise CannotServe(f"{path}: not found. Give the file with --endpoints.")
    try:
        endpoints = AvailableEndpoints.read_endpoints(str(path))
        if endpoints.action is None:
            raise CannotServe(f"{path}: has no action_endpoint. Add one with the url of the action server.")
        endpoints.action = ActionEndpoint.of(endpoints.action)
        # Each worker makes its own; made here once to find out before the workers start.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Rasa warns of a type it cannot find; below it is an error
            store = create_tracker_store(endpoints.tracker_store)
        if isinstance(store, InMemoryTrackerStore) and endpoints.tracker_store is not None:
            raise CannotServe(f"{path}: there is no tracker store '{endpoints.tracker_store.type}'. Correct its type.")
        if hasattr(store, "close"):
            store.close()
        LockStore.create(endpoints.lock_store)
    except (RasaException, ValueError, OSError) as error:
        raise CannotServe(f"{path}: {error}") from error
    return endpoints


def serve(model: Path, credentials: Path, endpoints: AvailableEndpoints, host: str, port: int) -> None:
    """Run the server until it is stopped."""
    from rasa.core.run import serve_application

    from bot.records.repository import open_records
    from bot.serving.reminders import Reminders, writable

    async def require_agent(app: Sanic, _loop: Any) -> None:
        # Rasa only logs a model that cannot be loaded, and then ignores every message in silence.
        if not app.ctx.agent.is_ready():
            logger.critical("%s: the model cannot be loaded; the reason stands above. Train it again.", model)
            os._exit(1)

    reminding: list[Reminders] = []

    async def start_reminding(app: Sanic, _loop: Any) -> None:
        channels = writable(app.ctx.input_channels)
        if channels:
            records = open_records(settings.read().conversations_url)
            reminding.append(Reminders(records, lambda: app.ctx.agent, channels))
            reminding[-1].start()

    async def stop_reminding(_app: Sanic, _loop: Any) -> None:
        for each in reminding:
            await each.stop()

    async def close_connection(_app: Sanic, _loop: Any) -> None:
        await endpoints.action.close()

    serve_application(
        model_path=str(model),
        credentials=str(credentials),
        endpoints=endpoints,
        interface=host,
        port=port,
        enable_api=False,
        server_listeners=[(require_agent, "after_server_start"), (start_reminding, "after_server_start"),
                          (stop_reminding, "before_server_stop"), (close_connection, "before_server_stop")],
    )


def _options(arguments: list[str] | None) -> argparse.Namespace:
    where = settings.read()
    parser = argparse.ArgumentParser(prog="python -m bot.serving.server", description="Start the Rasa server.")
    parser.add_argument("--model", type=Path, default=Path(os.environ.get("PLUMBLINE_MODEL", where.models_dir)))
    parser.add_argument("--credentials", type=Path, default=Path("credentials.yml"))
    parser.add_argument("--endpoints", type=Path, default=Path("endpoints.yml"))
    parser.add_argument("--host", default=where.host)
    parser.add_argument("--port", type=int, default=where.port)
    options = parser.parse_args(arguments)
    # endpoints.yml refers to it.
    os.environ.setdefault("PLUMBLINE_ACTION_PORT", str(where.action_port))
    return options


def main(arguments: list[str] | None = None) -> int:
    """Serve until stopped; returns 2 when something keeps the server from starting."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    for library in ("OMP", "OPENBLAS"):  # a message's matrices are small: more threads wait for each other longer
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    sys.path.insert(0, os.getcwd())
    try:
        options = _options(arguments)
        settings.read_chat()  # to find out before the workers start
        require_free(options.host, options.port, "PLUMBLINE_PORT")
        model = newest_model(options.model)
        check_model(model)
        channels = read_channels(options.credentials)
        load_rasa(channels)
        leave_root_to_site(channels)
        _configure_logging()
        if any(url.startswith("postgresql") for url in _databases()):
            from bot.serving.patience import wait_briefly

            wait_briefly()
        endpoints = read_endpoints(options.endpoints)
    except (CannotServe, PortTaken, ValueError) as error:
        print(f"plumbline: {error}", file=sys.stderr)
        return 2
    serve(model, options.credentials, endpoints, options.host, options.port)
    return 0


def _databases() -> list[str]:
    where = settings.read()
    return [where.content_url, where.conversations_url]


def _configure_logging() -> None:
    from rasa.utils.common import configure_logging_and_warnings

    from bot.serving import logs

    configure_logging_and_warnings(warn_only_once=True, filter_repeated_logs=False)
    logs.configure(os.environ.get("LOG_LEVEL", "INFO"))


if __name__ == "__main__":
    sys.exit(main())
