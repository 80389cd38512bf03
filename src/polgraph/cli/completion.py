"""Names of entities for the shell to complete, from the case file the command line so far points to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from polgraph.errors import PolgraphError

if TYPE_CHECKING:
    import click

__all__ = ["complete_entity"]

_MOST = 50


def complete_entity(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001  click's own
    """Return the names that begin like `incomplete`; nothing where there is no case file yet."""
    from polgraph.case import Case  # noqa: PLC0415  completion of other words needs no SQLite
    from polgraph.graph.names import fold  # noqa: PLC0415

    path = Path(ctx.params.get("case_path") or os.environ.get("POLGRAPH_CASE") or "polgraph.db")
    if not path.is_file():
        return []
    begun = fold(incomplete)
    try:
        with Case(path) as case:
            names = {name for entity in case.entities() for name in (entity.name, *entity.aliases)}
    except PolgraphError:
        return []
    return sorted(name for name in names if fold(name).startswith(begun))[:_MOST]
