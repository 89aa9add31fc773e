"""Whether a port is free, asked before a server is started on it."""
from __future__ import annotations

import errno
import socket


class PortTaken(Exception):
    """A server cannot listen there; the message names the place, the cause and the remedy."""


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
            raise PortTaken(_explain(error, host, port, variable)) from error


def _explain(error: OSError, host: str, port: int, variable: str) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else port - 1
        return (f"Port {port} is taken. Stop the program that uses it, or choose another port: "
                f"{variable}={other} make run")
    if error.errno == errno.EACCES:
        return f"This user may not listen on port {port}. Choose one from 1024 on: {variable}=5005 make run"
    return (f"Nothing can listen on {host}:{port} ({error.strerror}). Give an IPv4 address or a name of this computer: "
            "PLUMBLINE_HOST=127.0.0.1 make run")
