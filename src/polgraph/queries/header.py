"""A `.cypher` file in; the canned query it holds out.

The file begins with a comment. Its first line is the title (the Neo4j Browser shows it as the favourite's name), the
lines up to `family:` tell what the query answers, and from there on it is YAML:

    // Accusations: who accuses whom
    //
    // Every pair of accuser and accused, those with the most claims first.
    //
    // family: conflict
    // parameters:
    //   accused: {type: entity, default: null, example: Elon Musk, help: "only accusations against them"}
    // columns:
    //   accuser: "string: who accuses"

A parameter without `default` is required. `option` names it on the command line where its Cypher name will not do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from polgraph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["CannedQuery", "Parameter", "read_query"]

_PARAMETER_KEYS = {"type", "default", "example", "help", "option"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value the query asks for. type: one of `polgraph.queries.parameters.TYPES`."""

    name: str
    type: str
    help: str
    example: Any
    required: bool
    default: Any = None
    option: str

    @property
    def flag(self) -> str:
        """How the command line names it."""
        return "--" + self.option.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedQuery:
    """A query of the shelf. columns: name → "type: what it holds"; own: it came with polgraph."""

    name: str
    title: str
    text: str
    family: str
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    cypher: str
    path: Path
    own: bool = False

    @property
    def short(self) -> str:
        """The title without the name before its colon."""
        return self.title.split(": ", 1)[-1]


def read_query(path: Path, *, own: bool = False) -> CannedQuery:
    """Read a file of the shelf, or raise QueryError that says what its header lacks."""
    try:
        cypher = path.read_text("utf8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read as a query: {error}") from None
    prose, fields = _split(path, cypher)
    title, text = (prose[0].strip(), " ".join(filter(None, map(str.strip, prose[1:])))) if prose else ("", "")
    if not title:
        raise _incomplete(path, "no title in the first comment line")
    for field, kind in (("family", str), ("columns", dict)):
        if not isinstance(fields.get(field), kind):
            raise _incomplete(path, f"no `{field}:`")
    if unknown := set(fields) - {"family", "parameters", "columns"}:
        raise _incomplete(path, f"unknown field {', '.join(sorted(map(str, unknown)))}")
    parameters = fields.get("parameters") or {}
    if not isinstance(parameters, dict):
        raise _incomplete(path, "`parameters:` is no mapping from names to their descriptions")
    return CannedQuery(
        name=path.stem,
        title=title,
        text=text,
        family=fields["family"],
        parameters=tuple(_parameter(path, str(name), entry) for name, entry in parameters.items()),
        columns={str(name): str(help_) for name, help_ in fields["columns"].items()},
        cypher=cypher,
        path=path,
        own=own,
    )


def _split(path: Path, cypher: str) -> tuple[list[str], dict[str, Any]]:
    """Return the prose of the header and its fields."""
    header = []
    for line in cypher.removeprefix("\ufeff").splitlines():
        if not line.startswith("//"):
            break
        header.append(line[2:].removeprefix(" ").rstrip())
    start = next((place for place, line in enumerate(header) if line.startswith("family:")), len(header))
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        fields = yaml.load("\n".join(header[start:]), Loader=loader)  # noqa: S506  a safe loader either way
    except yaml.YAMLError as error:
        raise _incomplete(path, f"not YAML from `family:` on: {' '.join(str(error).split())}") from None
    if fields is not None and not isinstance(fields, dict):
        raise _incomplete(path, "from `family:` on there are no fields")
    return header[:start], fields or {}


def _parameter(path: Path, name: str, entry: object) -> Parameter:
    if not isinstance(entry, dict) or not {"type", "help", "example"} <= set(entry):
        raise _incomplete(path, f"parameter {name!r} needs type, help and example")
    if unknown := set(entry) - _PARAMETER_KEYS:
        raise _incomplete(path, f"parameter {name!r} has unknown fields {', '.join(sorted(map(str, unknown)))}")
    return Parameter(
        name=name,
        type=str(entry["type"]),
        help=str(entry["help"]),
        example=entry["example"],
        required="default" not in entry,
        default=entry.get("default"),
        option=str(entry.get("option", name)),
    )


def _incomplete(path: Path, what: str) -> QueryError:
    return QueryError(f"{path}: the header is incomplete: {what}: see `polgraph query --check {path}`")
