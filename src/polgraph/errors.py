"""What can go wrong, as a tree. Each message says what happened and what to do.

PolgraphError
├── OntologyError           the vocabulary or a lexicon is wrong; names file and entry
├── ReadingError            a file cannot be read as an article
│   ├── UnsupportedFormat   no reader for this kind of file
│   └── ForeignLanguage     the article is not in English
├── CaseError               the case file is missing, damaged or cannot be written
│   └── NewerSchema         it was written by a newer polgraph
├── EntityError             a name does not lead to one entity
│   ├── UnknownEntity       to none
│   └── AmbiguousEntity     to several; `candidates` lists them
├── QueryError              a query is unknown, malformed or refused
│   ├── UnknownQuery        no canned query of that name
│   ├── BadParameter        a parameter is missing or has the wrong type
│   └── RefusedQuery        it writes, calls out, or is known to be answered wrongly here
├── StoreError              the graph store cannot be reached or did not answer
├── ViewError               a view or export cannot be made or written
├── GoldError               annotated articles, or the floors for them, do not hold together
└── MissingExtra            an optional dependency is absent; names the install command

Only `cli/` turns these into messages and exit codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "AmbiguousEntity",
    "BadParameter",
    "CaseError",
    "EntityError",
    "ExtractionError",
    "ForeignLanguage",
    "GoldError",
    "MissingExtra",
    "NewerSchema",
    "OntologyError",
    "PolgraphError",
    "QueryError",
    "ReadingError",
    "RefusedQuery",
    "StoreError",
    "UnknownEntity",
    "UnknownQuery",
    "UnsupportedFormat",
    "ViewError",
]


class PolgraphError(Exception):
    """The root: catch it to catch all of ours."""


class OntologyError(PolgraphError):
    """The vocabulary or a lexicon does not hold together."""


class ReadingError(PolgraphError):
    """A file cannot be read as an article."""


class UnsupportedFormat(ReadingError):
    """No reader knows this kind of file."""


class ForeignLanguage(ReadingError):
    """The article is not in English, the only language that extraction knows."""


class ExtractionError(PolgraphError):
    """An article could not be extracted, by a defect of ours."""


class CaseError(PolgraphError):
    """The case file is missing, damaged, or cannot be written."""


class NewerSchema(CaseError):
    """The case file was written by a newer polgraph."""


class EntityError(PolgraphError):
    """A name does not lead to exactly one entity."""

    def __init__(self, message: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class UnknownEntity(EntityError):
    """No entity has that name; `candidates` holds near ones."""


class AmbiguousEntity(EntityError):
    """Several entities have that name; `candidates` holds their ids."""


class QueryError(PolgraphError):
    """A query is unknown, malformed or refused."""


class UnknownQuery(QueryError):
    """No canned query has that name."""


class BadParameter(QueryError):
    """A query parameter is missing or has the wrong type."""


class RefusedQuery(QueryError):
    """The query writes, calls out, or would be answered wrongly here."""


class StoreError(PolgraphError):
    """The graph store cannot be reached or did not answer."""


class ViewError(PolgraphError):
    """A view or an export cannot be made or written."""


class GoldError(PolgraphError):
    """Annotated articles, or the floors for them, do not hold together."""


class MissingExtra(PolgraphError):
    """An optional dependency is absent."""
