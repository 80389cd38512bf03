"""Files for the Neo4j Browser: its style sheet, and the questions of the shelf as favourites.

`style` is written from the vocabulary; cypher/browser/polgraph.grass is what it returns, and a test keeps it so.
`render` returns a zip of `.cypher` files: first the questions of cypher/browser, which return nodes and so show a
picture, then the canned queries, which return rows. The Browser shows the comment in a file's first line as its name.
"""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from polgraph.ontology import ENTITY_TYPES, RELATIONS
from polgraph.views.style import SIGN_COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from polgraph.queries import CannedQuery, Parameter

__all__ = ["favourites", "render", "style"]

_FOLDER = "polgraph"
_DAY = (1980, 1, 1, 0, 0, 0)
_GREY = "#a5abb6"
_DIAMETERS = {"Nation": "65px", "Institution": "55px"}


def render(graph: nx.MultiDiGraph) -> bytes:
    """Return the zip; the parameters of the canned queries are examples out of the graph."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        # the folder is an entry of its own: the new Browser makes one of it. And a fixed day everywhere, so that the
        # same graph gives the same bytes
        archive.writestr(ZipInfo(f"{_FOLDER}/", _DAY), "")
        for name, text in favourites(graph):
            archive.writestr(ZipInfo(f"{_FOLDER}/{name}", _DAY), text)
    return file.getvalue()


def favourites(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str]]:
    """Yield file name and text of each."""
    from polgraph.queries import catalogue, shelf  # noqa: PLC0415  they need the graph

    for path in sorted((shelf("cypher") / "browser").glob("*.cypher")):
        yield path.name, path.read_text("utf8")
    for query in catalogue():
        yield f"{query.name}.cypher", f"// {query.title}\n{_first_run(query, graph)}{_body(query)}\n"


def style() -> str:
    """Return the style sheet: entities coloured and captioned by type, claims by sign."""
    nodes = {
        "node": (_GREY, "{name}"),
        "node.Entity": (_GREY, "{name}"),
        "node.Document": ("#b9b4a7", "{title}"),
        **{f"node.{kind.name}": (kind.colour, "{name}") for kind in ENTITY_TYPES.values()},
    }
    relationships = {
        "relationship": (_GREY, "1px"),
        "relationship.MENTIONED_IN": ("#d5d2c8", "1px"),
        # what stands is thin, what happens is thick
        **{
            f"relationship.{relation.name}": (SIGN_COLOURS[relation.sign], "1px" if relation.tie else "3px")
            for relation in RELATIONS.values()
        },
    }
    return "\n".join(
        [
            *(
                _rule(
                    selector,
                    f"diameter: {_DIAMETERS.get(selector.removeprefix('node.'), '50px')}",
                    f"color: {colour}",
                    f"border-color: {_darker(colour)}",
                    "border-width: 2px",
                    "text-color-internal: #ffffff",
                    "font-size: 10px",
                    f'caption: "{caption}"',
                )
                for selector, (colour, caption) in nodes.items()
            ),
            *(
                _rule(
                    selector,
                    f"color: {colour}",
                    f"shaft-width: {width}",
                    "font-size: 8px",
                    "padding: 3px",
                    "text-color-external: #000000",
                    "text-color-internal: #ffffff",
                    'caption: "<type>"',
                )
                for selector, (colour, width) in relationships.items()
            ),
        ]
    )


def _first_run(query: CannedQuery, graph: nx.MultiDiGraph) -> str:
    if not query.parameters:
        return ""
    values = ", ".join(f"{parameter.name}: {_example(parameter, graph)}" for parameter in query.parameters)
    return f"// its parameters, to be run first; entities go by their id:\n// :params {{{values}}}\n"


def _example(parameter: Parameter, graph: nx.MultiDiGraph) -> str:
    from polgraph.errors import EntityError  # noqa: PLC0415  see above
    from polgraph.graph import resolve  # noqa: PLC0415  see above

    value = parameter.example if parameter.required else parameter.default
    if value is not None and parameter.type in ("entity", "entities"):
        names = [value] if isinstance(value, str) else list(value)
        for at, name in enumerate(names):
            try:
                names[at] = resolve(graph, name)
            except EntityError:  # the example is of another case
                names[at] = max(graph, key=graph.degree, default=name)
        value = names[0] if parameter.type == "entity" else names
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return json.dumps(value)


def _body(query: CannedQuery) -> str:
    lines = query.cypher.removeprefix("\ufeff").splitlines()
    begin = next(number for number, line in enumerate(lines) if not line.startswith("//"))
    return "\n".join(lines[begin:]).strip()


def _rule(selector: str, *properties: str) -> str:
    return f"{selector} {{\n" + "".join(f"  {line};\n" for line in properties) + "}\n"


def _darker(color: str) -> str:
    parts = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{part * 3 // 4:02x}" for part in parts)
