"""The command line: `main` is the click group whose commands are imported only when they are asked for.

A command is one line in `_COMMANDS` (name, where its function lives, the short help of the listing) and one module.
This is also the only place that turns a `PolgraphError` into a message and an exit code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from polgraph import __version__
from polgraph.cli.group import LazyGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["main"]

# command → (module of this package, function in it, short help). Kept here so that `polgraph --help` imports none.
_COMMANDS: Mapping[str, tuple[str, str, str]] = {
    "ingest": ("ingest", "ingest", "Read articles into the case file."),
    "extract": ("extract", "extract", "Print what articles say, without a case file."),
    "entities": ("entities", "entities", "List who is in the case; say who is who."),
    "query": ("query", "query", "Ask a canned question, or list them."),
    "cypher": ("cypher", "cypher", "Ask in Cypher, read only."),
    "path": ("questions", "path", "Show what leads from one entity to another."),
    "around": ("questions", "around", "Show who stands near an entity."),
    "show": ("questions", "show", "Show what the case knows about an entity."),
    "why": ("questions", "why", "Show all the sentences about two entities together."),
    "load": ("load", "load", "Bring the case into a Neo4j database."),
    "guide": ("guide", "guide", "Show the guided tour for the Neo4j Browser."),
    "view": ("view", "view", "Draw the graph as one HTML page with its sentences."),
    "export": ("export", "export", "Write the graph for other programs."),
    "evaluate": ("evaluate", "evaluate", "Measure extraction on annotated texts."),
    "ontology": ("ontology", "ontology", "Print the vocabulary: entity types and relations."),
}


@click.group(
    cls=LazyGroup,
    commands_at=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 nothing found.",
)
@click.version_option(__version__, prog_name="polgraph")
def main() -> None:
    """Read news articles; ask who stands how to whom, and on what evidence.

    Articles go into a case file (--case FILE, or POLGRAPH_CASE, or polgraph.db in the working directory). Data is
    printed on stdout, everything else on stderr.
    """
