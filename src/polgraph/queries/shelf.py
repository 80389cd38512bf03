"""Where the Cypher files of the project lie: in the wheel, or in the source tree."""

from __future__ import annotations

from pathlib import Path

from polgraph.errors import QueryError

__all__ = ["shelf"]

_PACKAGE = Path(__file__).resolve().parent.parent


def shelf(name: str) -> Path:
    """Return the folder of that name ("queries" or "cypher")."""
    for folder in (_PACKAGE / "_shelf" / name, _PACKAGE.parent.parent / name):
        if folder.is_dir():
            return folder
    raise QueryError(f"the folder {name!r} of Cypher files is missing: install polgraph again")
