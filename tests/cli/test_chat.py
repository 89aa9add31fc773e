"""``chat`` against a real HTTP server that speaks as Rasa's REST channel does."""
from __future__ import annotations

import json
import socket
import threading

import pytest

from tests.cli.conftest import Plumb
from tests.cli.http_server import serving
from tests.server.assistant import free_port


def test_it_sends_what_is_typed_and_prints_the_texts(plumb: Plumb, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, dict[str, str]]] = []

    def reply(path: str, body: bytes) -> tuple[int, bytes]:
        message = json.loads(body)
        heard.append((path, message))
        return 200, json.dumps([{"recipient_id": message["sender"], "text": f"You said {message['message']}."},
                                {"recipient_id": message["sender"], "custom": {"type": "answer"}}]).encode()

    with serving(reply) as port:
        monkeypatch.setenv("PLUMBLINE_PORT", str(port))
        done = plumb("chat", "--sender", "me", stdin="why is my jaw sagging\n  naïve 😭 \n\nnever sent\n")
    assert (done.exit_code, done.stderr) == (0, "")
    assert heard == [("/webhooks/rest/webhook", {"sender": "me", "message": "why is my jaw sagging"}),
                     ("/webhooks/rest/webhook", {"sender": "me", "message": "naïve 😭"})]
    assert "You said why is my jaw sagging." in done.stdout
    assert "You said naïve 😭." in done.stdout
    assert "custom" not in done.stdout


def test_the_end_of_the_input_ends_it(plumb: Plumb) -> None:
    done = plumb("chat", stdin="")
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize("body", [b"[]", b'{"error": "x"}', b'[{"custom": {}}]', b'["text"]'])
def test_silence_is_not_passed_on(plumb: Plumb, monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:
    with serving(lambda path, sent: (200, body)) as port:
        monkeypatch.setenv("PLUMBLINE_PORT", str(port))
        done = plumb("chat", stdin="hello\n\n")
    assert done.exit_code == 0
    assert "(No reply. The log says why: " in done.stdout


def test_with_nothing_running_it_says_how_to_start(plumb: Plumb, monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    monkeypatch.setenv("PLUMBLINE_PORT", str(port))
    done = plumb("chat", stdin="hello\n")
    assert done.exit_code == 3
    assert done.stderr == f"plumb: Nothing answers on 127.0.0.1:{port}. Start it with `make run`.\n"


@pytest.mark.parametrize(("status", "body"), [(404, b"not here"), (500, b"[]"), (200, b"<html>"), (200, b"\xff\xfe")])
def test_another_program_on_the_port_is_told_apart(plumb: Plumb, monkeypatch: pytest.MonkeyPatch, status: int,
                                                   body: bytes) -> None:
    with serving(lambda path, sent: (status, body)) as port:
        monkeypatch.setenv("PLUMBLINE_PORT", str(port))
        done = plumb("chat", stdin="hello\n")
    assert done.exit_code == 3
    assert f"What listens on 127.0.0.1:{port} does not answer as this assistant does" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("said", [b"SSH-2.0-OpenSSH_9.2\r\n", b""])
def test_a_program_that_speaks_no_http_is_told_apart(plumb: Plumb, monkeypatch: pytest.MonkeyPatch,
                                                     said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(10_000)
                connection.sendall(said)

        thread = threading.Thread(target=answer)
        thread.start()
        port = listening.getsockname()[1]
        monkeypatch.setenv("PLUMBLINE_PORT", str(port))
        done = plumb("chat", stdin="hello\n")
        thread.join()
    assert done.exit_code == 3
    assert f"What listens on 127.0.0.1:{port} does not answer as this assistant does" in done.stderr


def test_an_assistant_that_hangs_is_not_waited_for(plumb: Plumb, monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def hang(path: str, body: bytes) -> tuple[int, bytes]:
        released.wait(30)
        return 200, b"[]"

    monkeypatch.setattr("bot.commands.talk.LIMIT_SECONDS", 0.3)
    with serving(hang) as port:
        monkeypatch.setenv("PLUMBLINE_PORT", str(port))
        done = plumb("chat", stdin="hello\n")
        released.set()
    assert done.exit_code == 3
    assert f"No reply from 127.0.0.1:{port} within 0.3 s." in done.stderr
