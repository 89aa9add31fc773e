"""Run a model's graph node after node: the same results as dask, without planning it anew for every message.

Rasa runs three graphs a message, each of a few nodes that take well under a millisecond; planning each run with dask
takes longer than most nodes. The plan depends on the targets only, so it is made once for each.
"""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Any

import rasa.core.processor
from rasa.engine.runner.dask import DaskGraphRunner

Plan = list[tuple[str, list[str]]]
"""Node names in running order, each with the names of what it needs."""


class SequentialGraphRunner(DaskGraphRunner):
    """Rasa's graph runner with another `run`."""

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """Run the nodes that the targets need; returns node name -> output, for the targets.

        Raises:
            GraphRunError: a node needs an input that was not given.
        """
        wanted = targets or self._graph_schema.target_names
        results: dict[str, Any] = {}
        self._add_inputs_to_graph(inputs, results)
        for name, needs in self._plan(tuple(wanted)):
            if name not in results:
                # A node takes (name, value) pairs, and a name alone for a placeholder that was not given.
                results[name] = self._instantiated_nodes[name](*(results.get(need, need) for need in needs))
        return dict(results[name] for name in wanted)

    def _plan(self, targets: tuple[str, ...]) -> Plan:
        plans: dict[tuple[str, ...], Plan] = self.__dict__.setdefault("_plans", {})
        if targets not in plans:
            nodes = self._graph_schema.minimal_graph_schema(list(targets)).nodes
            needs = {name: list(node.needs.values()) for name, node in nodes.items()}
            order = TopologicalSorter(needs).static_order()
            plans[targets] = [(name, needs[name]) for name in order if name in needs]
        return plans[targets]


def run_graphs_in_sequence() -> None:
    """Let Rasa's message processor load models with this runner; it names dask's directly."""
    rasa.core.processor.DaskGraphRunner = SequentialGraphRunner
