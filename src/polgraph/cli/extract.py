"""`polgraph extract`: print what articles say, without a case file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.failures import one_line
from polgraph.cli.ingest import files_of
from polgraph.cli.options import output_options, reading_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from polgraph.cli.output import Output
    from polgraph.errors import PolgraphError
    from polgraph.model import Extraction
    from polgraph.reading import Metadata

__all__ = ["claim_rows", "extract", "mention_rows", "quote_rows"]

_AT_ONCE = 16  # articles that the parser takes together
_END_COLUMNS = ("", "_type", "_aliases", "_country")
_COLUMNS = {
    "claims": [
        *(
            "document",
            *(f"subject{part}" for part in _END_COLUMNS),
            "relation",
            *(f"object{part}" for part in _END_COLUMNS),
        ),
        *("symmetric", "sign", "plover", "modality", "speaker", "quote", "start", "end", "date", "confidence"),
        *("title", "former", "action", "kin"),
    ],
    "quotes": ["document", "start", "end", "cue", "speaker", "speaker_start", "speaker_end", "direct"],
    "mentions": ["document", "start", "end", "text", "type", "entity", "name"],
}
# what fits on a screen
_CLAIM_TABLE = ["document", "subject", "relation", "object", "modality", "speaker", "quote"]


@click.command()
@reading_options
@click.option(
    "--what", type=click.Choice(list(_COLUMNS)), default="claims", show_default=True, help="What to print of them."
)
@click.option("--collectives", is_flag=True, help="Keep groups without a name that a country qualifies, too.")
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read in parallel."
)
@output_options(piped="jsonl")
def extract(  # noqa: PLR0913  the options above
    paths: Sequence[Path],
    defaults: Metadata,
    what: str,
    workers: int,
    output: Output,
    *,
    any_language: bool,
    collectives: bool,
) -> None:
    """Print the claims, quotes or mentions of articles, one row each, and store nothing.

    PATH is a text, Markdown (.md) or JSON lines (.jsonl) file, a folder of such files, or - for standard input.
    What cannot be read, is not in English or breaks the extraction is listed on stderr, the rest is printed, and the
    exit code is 1. An article that says nothing has no rows, and that is no failure.
    """
    from polgraph.ingest import extracted  # noqa: PLC0415  `extract --help` extracts nothing
    from polgraph.reading import read_all  # noqa: PLC0415  `extract --help` reads nothing

    failures: list[PolgraphError] = []
    files = files_of(paths, failures)
    documents = read_all(files, defaults=defaults, failed=failures.append, any_language=any_language)
    extractions = extracted(
        documents, workers=workers, collectives=collectives, at_once=_AT_ONCE, failed=failures.append
    )
    rows = (row for extraction in extractions for row in _ROWS[what](extraction))
    output.rows(rows, _CLAIM_TABLE if (what, output.format) == ("claims", "table") else _COLUMNS[what])
    for failure in failures:
        click.echo(one_line(str(failure)), err=True)
    if failures:
        click.get_current_context().exit(1)


def claim_rows(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """Yield a row per claim, with names for ids and what the vocabulary says of its relation."""
    from polgraph.ontology import RELATIONS  # noqa: PLC0415  `extract --help` needs no vocabulary
    from polgraph.ontology.plover import plover_class  # noqa: PLC0415

    entities = {entity.id: entity for entity in extraction.entities}
    for claim in extraction.claims:
        subject, object_ = entities[claim.subject], entities[claim.object]
        relation = RELATIONS[claim.relation]
        own = {name: getattr(claim, name) for name in relation.properties}
        yield {
            "document": claim.document,
            "subject": subject.name,
            "subject_type": subject.type,
            "subject_aliases": subject.aliases,
            "subject_country": subject.country,
            "relation": claim.relation,
            "object": object_.name,
            "object_type": object_.type,
            "object_aliases": object_.aliases,
            "object_country": object_.country,
            "symmetric": relation.symmetric,
            "sign": relation.sign,
            "plover": plover_class(relation, claim.modality, claim.rule),
            "modality": claim.modality,
            "speaker": None if claim.speaker is None else entities[claim.speaker].name,
            "quote": claim.quote,
            "start": claim.start,
            "end": claim.end,
            "date": claim.date,
            "confidence": claim.confidence,
        } | {name: value for name, value in own.items() if value is not None}


def quote_rows(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """Yield a row per quote; a source without a name is given in its own words."""
    names = {entity.id: entity.name for entity in extraction.entities}
    for quote in extraction.quotes:
        yield {
            "document": extraction.document.id,
            "start": quote.start,
            "end": quote.end,
            "cue": quote.cue,
            "speaker": quote.speaker_text if quote.speaker is None else names[quote.speaker],
            "speaker_start": quote.speaker_start,
            "speaker_end": quote.speaker_end,
            "direct": quote.direct,
        }


def mention_rows(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """Yield a row per mention."""
    names = {entity.id: entity.name for entity in extraction.entities}
    for mention in extraction.mentions:
        yield {
            "document": extraction.document.id,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "type": mention.type,
            "entity": mention.entity,
            "name": names[mention.entity],
        }


_ROWS = {"claims": claim_rows, "quotes": quote_rows, "mentions": mention_rows}
