"""One article through all the steps, and many articles in order."""

from __future__ import annotations

from itertools import tee
from typing import TYPE_CHECKING

from polgraph.extraction.attribution import find_attributions, to_quotes
from polgraph.extraction.claims import make_claims
from polgraph.extraction.coreference import resolve
from polgraph.extraction.countries import spread_countries
from polgraph.extraction.entities import find_names
from polgraph.extraction.events.answers import answered_requests
from polgraph.extraction.events.demands import demand_claims, without_urging
from polgraph.extraction.events.departures import departures
from polgraph.extraction.events.echoes import echo_claims
from polgraph.extraction.events.outcries import outcry_claims
from polgraph.extraction.events.polls import poll_claims
from polgraph.extraction.events.protests import home_protests
from polgraph.extraction.language import parse_all
from polgraph.extraction.predicates import predicate_claims
from polgraph.extraction.syntax.tree import indexed
from polgraph.extraction.ties import tie_claims
from polgraph.model import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from polgraph.model import Document

__all__ = ["extract", "extract_all"]

_CHUNK = 8


def extract(document: Document, *, collectives: bool = False) -> Extraction:
    """Read one article: who is in it, who stands how to whom, who says what."""
    return next(extract_all([document], collectives=collectives))


def extract_all(documents: Iterable[Document], *, workers: int = 1, collectives: bool = False) -> Iterator[Extraction]:
    """Read many articles; results come in the order of the input, the same for any number of workers."""
    if workers > 1:
        yield from _in_processes(documents, workers, collectives=collectives)
        return
    ahead, behind = tee(documents)
    docs = parse_all((document.text, document.body) for document in ahead)
    for document, doc in zip(behind, docs, strict=True):
        yield _extraction(document, doc, collectives=collectives)


def _extraction(document: Document, doc: Doc, *, collectives: bool) -> Extraction:
    with indexed(doc):
        return _read(document, doc, collectives=collectives)


def _read(document: Document, doc: Doc, *, collectives: bool) -> Extraction:
    names = find_names(doc)
    attributions = find_attributions(doc, document.text)
    resolution = resolve(doc, names, attributions, collectives=collectives)
    predicates = predicate_claims(doc, resolution, attributions)
    demands = demand_claims(doc, resolution, attributions)
    ties = tie_claims(doc, resolution)
    predicates = without_urging(predicates, demands)
    candidates = [
        *predicates,
        *echo_claims(doc, [*predicates, *demands], resolution),
        *home_protests(doc, resolution, predicates),
        *demands,
        *outcry_claims(doc, resolution, attributions),
        *poll_claims(doc, resolution),
        *answered_requests(doc, predicates, resolution),
        *departures(doc, resolution, predicates, ties),
        *ties,
    ]
    claims = make_claims(document, doc, candidates, resolution, attributions)
    spread_countries(claims, resolution)
    mentions = resolution.mentions(document.text)
    quotes = to_quotes(attributions, mentions)
    entities = tuple(sorted(resolution.entities.values(), key=lambda entity: entity.id))
    return Extraction(document=document, entities=entities, mentions=mentions, claims=claims, quotes=tuple(quotes))


def _in_processes(documents: Iterable[Document], workers: int, *, collectives: bool) -> Iterator[Extraction]:
    # spawn: a forked child would inherit a half-used parser
    from functools import partial  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    with get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(partial(extract, collectives=collectives), documents, chunksize=_CHUNK)
