"""`polgraph ontology`: the vocabulary, as rows or as the page docs/ontology.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.options import output_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from polgraph.cli.output import Output

__all__ = ["ontology", "page"]

_TABLE_COLUMNS = ["name", "label", "subject", "object", "symmetric", "sign", "plover", "gloss"]
_RELATION_COLUMNS = [*_TABLE_COLUMNS, "cameo", "goldstein", "family", "tie", "properties", "colour"]
_TYPE_COLUMNS = ["name", "gloss", "prefix", "shape", "colour"]
_SIGNS = {-1: "−", 0: "0", 1: "+"}
_HEAD = """\
# The vocabulary

This page is printed by `polgraph ontology --markdown` from `src/polgraph/ontology/*.yaml`; change it there. A test
compares the two.
"""
_LEGEND = """\
Sign: − hostile, 0 neutral, + friendly. ↔: symmetric, written once, in either order. PLOVER: event class of the PLOVER
manual (2021). CAMEO and Goldstein: root code and score of the nearest CAMEO category. Ties are standing bonds, the
others events. Properties: what such a claim may carry besides quote, place, speaker, modality and date.
"""


@click.command()
@output_options
@click.option(
    "--what",
    type=click.Choice(["relations", "types"]),
    default="relations",
    show_default=True,
    help="The relations between entities, or the types of entities.",
)
@click.option("--markdown", is_flag=True, help="Print both as a page in Markdown.")
def ontology(output: Output, what: str, *, markdown: bool) -> None:
    """Print the vocabulary: what kinds of entities there are, and what an article can say about two of them."""
    if markdown:
        output.text(page())
    elif what == "types":
        output.rows(_types(), _TYPE_COLUMNS)
    else:
        output.rows(_relations(), _TABLE_COLUMNS if output.format == "table" else _RELATION_COLUMNS)


def page() -> str:
    """Return the vocabulary as a page in Markdown."""
    types = [{"name": f"`{row['name']}`", "says": row["gloss"], "ids": f"`{row['prefix']}:...`"} for row in _types()]
    return "\n".join(
        [
            _HEAD,
            "## Entities\n",
            *_table(types, ["name", "says", "ids"]),
            "\n## Relations\n",
            _LEGEND,
            *_table((_shown(row) for row in _relations()), list(_SHOWN)),
            "",
        ]
    )


def _types() -> Iterator[dict[str, Any]]:
    from polgraph.ontology import ENTITY_TYPES  # noqa: PLC0415  `--help` needs no vocabulary

    for entity_type in ENTITY_TYPES.values():
        yield {column: getattr(entity_type, column) for column in _TYPE_COLUMNS}


def _relations() -> Iterator[dict[str, Any]]:
    from polgraph.ontology import ENTITY_TYPES, RELATIONS  # noqa: PLC0415  `--help` needs no vocabulary

    for relation in RELATIONS.values():
        row = {column: getattr(relation, column) for column in _RELATION_COLUMNS}
        for end in ("subject", "object"):
            row[end] = [name for name in ENTITY_TYPES if name in row[end]]
        yield row


_SHOWN = ("relation", "subject → object", "says", "sign", "PLOVER", "CAMEO", "Goldstein", "family", "tie", "properties")


def _shown(row: dict[str, Any]) -> dict[str, str]:
    cells = (
        f"`{row['name']}`{' ↔' if row['symmetric'] else ''}",
        f"{_ends(row['subject'])} → {_ends(row['object'])}",
        row["gloss"],
        _SIGNS[row["sign"]],
        row["plover"] or "",
        row["cameo"] or "",
        "" if row["goldstein"] is None else f"{row['goldstein']:g}",
        row["family"],
        "tie" if row["tie"] else "",
        ", ".join(f"`{name}`" for name in row["properties"]),
    )
    return dict(zip(_SHOWN, cells, strict=True))


def _ends(types: Sequence[str]) -> str:
    from polgraph.ontology import ENTITY_TYPES  # noqa: PLC0415  `--help` needs no vocabulary

    return "any" if len(types) == len(ENTITY_TYPES) else "/".join(types)


def _table(rows: Iterable[dict[str, str]], columns: Sequence[str]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(row[column].replace('|', '/') for column in columns)} |"
