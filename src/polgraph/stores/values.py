"""What Neo4j answers, as plain values: numbers, strings, booleans, None, lists and maps of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["plain"]

_PLAIN = (str, int, float, bool, type(None))


def plain(value: Any) -> Any:  # noqa: ANN401  whatever the database holds
    """Return the value without the driver's types: a node or relationship as its properties, a path as a list."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return _other(value)


def _other(value: Any) -> Any:  # noqa: ANN401  see above
    from neo4j.graph import Entity, Path  # noqa: PLC0415  only answers of the driver come here

    if isinstance(value, Entity):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, Path):
        steps: list[Any] = [plain(value.start_node)]
        for relationship in value.relationships:
            steps += [plain(relationship), plain(relationship.end_node)]
        return steps
    as_iso: Callable[[], str] | None = getattr(value, "iso_format", None)
    return as_iso() if as_iso else str(value)
