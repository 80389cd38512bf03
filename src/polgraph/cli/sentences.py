"""Claims in; the rows of a table of claims, or lines a person reads, out. What an article says is made printable."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Any

from polgraph.cli.printable import printable
from polgraph.graph.filters import when
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx

    from polgraph.graph import Hop

__all__ = ["COLUMNS", "claim_rows", "hop_lines", "wrapped"]

COLUMNS = (
    "step",
    "subject",
    "relation",
    "object",
    "modality",
    "speaker",
    "quote",
    "document",
    "title",
    "publisher",
    "date",
    "subject_id",
    "object_id",
    "claim",
)
_MODALITIES = {"asserted": "", "possible": "possible", "planned": "planned", "negated": "denied"}
_WIDEST = 110


def claim_rows(graph: nx.MultiDiGraph, hop: Hop, step: int) -> Iterator[dict[str, Any]]:
    """Yield a row of `COLUMNS` for each claim of the hop."""
    for claim in hop.claims:
        subject, target = _ends(graph, hop, claim)
        article = graph.graph["documents"].get(claim["document"], {})
        yield {
            "step": step,
            "subject": graph.nodes[subject]["name"],
            "relation": claim["relation"],
            "object": graph.nodes[target]["name"],
            "modality": claim["modality"],
            "speaker": claim.get("speaker"),
            "quote": claim["quote"],
            "document": claim["document"],
            "title": article.get("title"),
            "publisher": article.get("publisher"),
            "date": when(claim),
            "subject_id": subject,
            "object_id": target,
            "claim": claim["id"],
        }


def hop_lines(graph: nx.MultiDiGraph, hops: Sequence[Hop], number: str, *, most: int | None = None) -> Iterator[str]:
    """Yield lines for what joins two entities: who, how, and the sentences, `most` of them for each relation."""
    margin = " " * (len(number) + 1)
    for place, hop in enumerate(hops):
        subject, target = _ends(graph, hop, hop.claims[0])
        names = printable(graph.nodes[subject]["name"]), printable(graph.nodes[target]["name"])
        yield f"{margin if place else number + ' '}{names[0]} {RELATIONS[hop.relation].label} {names[1]}"
        for row in list(claim_rows(graph, hop, 0))[:most]:
            yield from wrapped(f"“{printable(row['quote'])}”", f"{margin}  ")
            yield from wrapped(f"— {_source(row)}", f"{margin}  ")
        if most is not None and len(hop.claims) > most:
            yield f"{margin}  … and {len(hop.claims) - most} more"


def wrapped(text: str, margin: str) -> list[str]:
    """Break text into lines that fit the terminal, each with the margin."""
    width = max(40, min(shutil.get_terminal_size().columns, _WIDEST))
    return textwrap.wrap(
        text, width, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )


def _source(row: Mapping[str, Any]) -> str:
    """Say in one line who says it, how firmly, where and when."""
    document = row["title"] or row["document"]
    parts = (
        _MODALITIES[row["modality"]],
        f"says {row['speaker']}" if row["speaker"] else "",
        document,
        row["publisher"] or "",
        row["date"] or "",
    )
    return "; ".join(printable(part) for part in parts if part)


def _ends(graph: nx.MultiDiGraph, hop: Hop, claim: Mapping[str, Any]) -> tuple[str, str]:
    # a symmetric relation gathers claims of both directions
    forward = graph.has_edge(hop.source, hop.target, key=claim["id"])
    return (hop.source, hop.target) if forward else (hop.target, hop.source)
