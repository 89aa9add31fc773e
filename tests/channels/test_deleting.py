"""Everything that is kept of a visitor of the widget can be had, and can be deleted, by button or by words."""
from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.channels.client import Client, address, bearer
from tests.server.assistant import Assistant
from tests.server.test_own_data import rows_with

pytestmark = pytest.mark.server
WORDS = "my zorbling jaw sags"


async def talk(assistant: Assistant) -> tuple[Client, str]:
    """A visitor who has said something, and the id of their conversation."""
    client = await Client.new(assistant)
    await client.get(WORDS, "do facial exercises work", "who won the zorbling cup last year")
    return client, (await transcript(assistant, client))["conversation_id"]


async def transcript(assistant: Assistant, client: Client) -> dict:
    async with (aiohttp.ClientSession(headers=bearer(client.token)) as session,
                session.get(f"{address(assistant)}/transcript") as reply):
        assert reply.status == 200 and "attachment" in reply.headers["Content-Disposition"]
        return dict(await reply.json())


async def test_a_transcript_has_everything(own: Assistant) -> None:
    client, _ = await talk(own)
    found = await transcript(own, client)
    assert found["type"] == "export" and [each["visitor"] for each in found["conversation"] if "visitor" in each] == [
        WORDS, "do facial exercises work", "who won the zorbling cup last year"]
    shown = found["shown_in_chat"]
    assert [each["by"] for each in shown].count("visitor") == 3 and all(each["text"] for each in shown)
    assert "who won the zorbling cup last year" in [each["text"] for each in found["unanswered"]]
    assert client.token not in str(found)


async def test_deletion_leaves_nothing_in_any_table_and_every_tab_is_told(own: Assistant) -> None:
    client, sender = await talk(own)
    _, others = await talk(own)
    tab = await Client.new(own, client.token)
    listening = asyncio.ensure_future(tab.converse("events", lambda: tab.frames[-1]["t"] == "reset"))
    await asyncio.sleep(0.3)
    assert {table for _, table, _ in rows_with(own.folder, sender)} >= {
        "conversation", "conversation_event", "mailboxes", "mailbox_entries", "unanswered"}
    await client.delete()
    assert rows_with(own.folder, sender) == []
    assert rows_with(own.folder, others)
    assert await asyncio.wait_for(listening, 5)
    assert (tab.entries, tab.epoch) == ({}, "")


async def test_after_deletion_a_new_conversation_begins_with_the_same_token(own: Assistant) -> None:
    client, _ = await talk(own)
    await client.delete()
    await client.delete()
    assert await client.get("hello")
    assert sorted(client.entries) == [1, 2] and {"t": "reset", "epoch": ""} not in client.frames[:1]
    assert "zorbling" not in str(client.log)


@pytest.mark.parametrize("way", ["socket", "events", "polling"])
async def test_deletion_by_words_is_said_and_leaves_nothing(own: Assistant, way: str) -> None:
    client, sender = await talk(own)
    await client.get("delete everything", way=way)
    name = client.say("yes")
    assert await client.converse(way, lambda: name in client.settled and bool(client.replies(name)))
    [reply] = client.replies(name)
    assert reply["t"] == "loose" and "removed everything" in reply["message"]["text"]
    assert (client.entries, client.epoch) == ({}, "")
    kinds = [each["t"] for each in client.frames]
    assert kinds.index("reset") < kinds.index("loose")
    assert rows_with(own.folder, sender) == []
    # The same message again, because its receipt was lost, begins no new conversation.
    assert (await client.post([{"t": "say", "id": name, "text": "yes"}]))[0] == {"t": "stored", "id": name, "seq": None}
    assert rows_with(own.folder, sender) == []


async def test_what_is_exported_in_the_chat_is_said_and_not_stored_again(own: Assistant) -> None:
    client, _ = await talk(own)
    name = client.say("export my data")
    await client.converse("socket", lambda: name in client.settled)
    kinds = [each["t"] for each in client.replies(name)]
    assert sorted(kinds) == ["entry", "loose"]
    [loose] = [each["message"] for each in client.replies(name) if each["t"] == "loose"]
    assert loose["custom"]["type"] == "export" and "zorbling" in str(loose["custom"]) and "text" not in loose
    assert len([row for row in rows_with(own.folder, '"type": "export"') if row[1] == "mailbox_entries"]) == 0
