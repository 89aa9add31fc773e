"""Rasa's own command line without TensorFlow: `python -m bot.serving.rasa_cli train --fixed-model-name bot`.

The same arguments as `rasa`, which keeps working; this one starts 5 to 20 seconds sooner and refuses a configuration
that needs TensorFlow.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bot.serving.without_tensorflow import check_config, leave_tensorflow_out

TRAINING_COMMANDS = frozenset({"train", "interactive"})


def _config_path(arguments: list[str]) -> Path:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("-c", "--config", nargs="+", default=["config.yml"])
    return Path(parser.parse_known_args(arguments)[0].config[0])


def main(arguments: list[str] | None = None) -> int:
    """Run Rasa's command line; returns its exit code, or 2 for a configuration that needs TensorFlow."""
    given = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    if given and given[0] in TRAINING_COMMANDS:
        try:
            check_config(_config_path(given[1:]))
        except ValueError as error:
            print(error, file=sys.stderr)
            return 2
    leave_tensorflow_out()
    from rasa.__main__ import main as rasa_main

    sys.argv = ["rasa", *given]
    rasa_main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
