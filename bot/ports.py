"""Whether a port is free, asked before a server is started on it."""
from __future__ import annotations

import socket


class PortTaken(Exception):
    """Another program listens on that port; the message names the port and the remedy."""


def require_free(host: str, port: int, variable: str) -> None:
    """Checks that a server can listen on ``host:port``.

    Raises:
        PortTaken: it cannot; ``variable`` is the environment variable that sets another port.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"Port {port} is taken ({error.strerror}). Stop the program that uses it, or choose another port: "
                f"{variable}={port + 1} make run"
            ) from error
