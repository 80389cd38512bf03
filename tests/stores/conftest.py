"""Every test here runs on every store: `store` opens one that holds a given graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.stores.embedded import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from polgraph.stores.base import Store

    Opens = Callable[[nx.MultiDiGraph], Store]


@pytest.fixture(scope="session")
def memory() -> Opens:
    return EmbeddedStore


@pytest.fixture(scope="session", params=["memory"])
def store(request: pytest.FixtureRequest) -> Opens:
    """Give a function from a graph to a store that holds it, and nothing else."""
    opens: Opens = request.getfixturevalue(request.param)
    return opens
