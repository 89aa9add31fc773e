"""What the assistant writes to the callback channel, as a chat platform would receive it."""
from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bot.settings import ROOT

WITHIN = 15  # seconds; the server looks for what is due every five


class Inbox:
    """Receives and keeps it."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        inbox = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                inbox.messages.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def texts(self, sender: str) -> list[str]:
        return [each["text"] for each in self.messages if each["recipient_id"] == sender and "text" in each]

    def waits_for(self, count: int, sender: str) -> list[str]:
        limit = time.monotonic() + WITHIN
        while len(self.texts(sender)) < count and time.monotonic() < limit:
            time.sleep(0.1)
        return self.texts(sender)

    @property
    def credentials(self) -> str:
        """The project's credentials.yml, and what it would have to say for this channel."""
        own = (ROOT / "credentials.yml").read_text(encoding="utf-8")
        return f"{own}callback:\n  url: http://127.0.0.1:{self.server.server_port}/\n"

    def close(self) -> None:
        """Receives nothing any more."""
        self.server.shutdown()
        self.server.server_close()
