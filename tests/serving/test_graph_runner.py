"""The sequential graph runner gives what dask gives."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from bot.serving.graph_runner import SequentialGraphRunner


class Add(GraphComponent):
    """Adds a constant to what the node before gave."""

    calls = 0

    def __init__(self, number: int) -> None:
        self._number = number

    @classmethod
    def create(cls, config: dict, model_storage: Any, resource: Any, execution_context: Any) -> Add:
        return cls(config["number"])

    def run(self, given: int) -> int:
        Add.calls += 1
        return given + self._number

    def both(self, one: int, other: int) -> int:
        Add.calls += 1
        return one * other + self._number


def _node(needs: dict[str, str], number: int, fn: str = "run", **kwargs: Any) -> SchemaNode:
    return SchemaNode(needs, Add, "create", fn, {"number": number}, eager=True, **kwargs)


SCHEMA = GraphSchema(
    {
        "last": _node({"one": "left", "other": "right"}, 5, "both", is_target=True),
        "left": _node({"given": "first"}, 2),
        "right": _node({"given": "first"}, 3),
        "first": _node({"given": "__start__"}, 1),
        "unneeded": _node({"given": "__other__"}, 9),
    }
)


def _runners(tmp_path: Any) -> list[DaskGraphRunner]:
    storage = LocalModelStorage.create(tmp_path)
    return [kind.create(SCHEMA, storage, ExecutionContext(SCHEMA)) for kind in (SequentialGraphRunner, DaskGraphRunner)]


@pytest.mark.parametrize("targets", [None, ["last"], ["left"], ["left", "last"], ["first", "right"]])
def test_it_gives_what_dask_gives(tmp_path: Any, targets: list[str] | None) -> None:
    ours, theirs = _runners(tmp_path)
    for start in (0, 10):
        assert ours.run({"__start__": start}, targets) == theirs.run({"__start__": start}, targets)


def test_each_node_runs_once_and_only_if_needed(tmp_path: Any) -> None:
    ours, _ = _runners(tmp_path)
    Add.calls = 0
    assert ours.run({"__start__": 0}, ["last"]) == {"last": 17}
    assert Add.calls == 4


def test_a_result_may_be_given_as_an_input(tmp_path: Any) -> None:
    ours, theirs = _runners(tmp_path)
    given = {"__start__": 0, "left": 100}
    assert ours.run(given, ["last"]) == theirs.run(given, ["last"]) == {"last": 405}


def test_a_missing_input_is_an_error_as_with_dask(tmp_path: Any) -> None:
    for runner in _runners(tmp_path):
        with pytest.raises(GraphRunError, match="Missing input"):
            runner.run({}, ["first"])
