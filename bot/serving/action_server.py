"""The action server: `python -m bot.serving.action_server`, on loopback, in about a second.

rasa-sdk's own server with two differences: it listens on 127.0.0.1 unless `SANIC_HOST` says otherwise, and actions run
in threads (bot.serving.threaded_actions). `python -m rasa_sdk` keeps working.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys

from bot import settings
from bot.ports import PortTaken, require_free

HOST = "127.0.0.1"
PACKAGE = "actions"
LOG_FORMAT = "%(asctime)s %(levelname)-8s %(name)s  - %(message)s"


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.serving.action_server", description="Start the action server.")
    parser.add_argument("--actions", default=PACKAGE, help="package with the actions (default: %(default)s)")
    parser.add_argument("--port", type=int, default=settings.read().action_port)
    parser.add_argument("--host", default=os.environ.get("SANIC_HOST", HOST))
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; returns 2 when something keeps the server from starting."""
    try:
        options = _options(arguments)
        require_free(options.host, options.port, "PLUMBLINE_ACTION_PORT")
    except (PortTaken, ValueError) as error:
        print(f"plumbline: {error}", file=sys.stderr)
        return 2
    logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"), format=LOG_FORMAT)
    # What the pinned libraries deprecate in each other is of no use to whoever reads the log.
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    logging.captureWarnings(True)
    sys.path.insert(0, os.getcwd())
    from bot.serving.threaded_actions import create_app

    app = create_app(options.actions)
    logging.getLogger("bot.serving").info("Action server on http://%s:%d", options.host, options.port)
    workers = int(os.environ.get("ACTION_SERVER_SANIC_WORKERS", "1"))
    app.run(options.host, options.port, workers=workers, access_log=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
