"""Documents in; a case filled with what they say, and a count of it, out.

ingest(case, read_all([Path("seeds")]))
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Protocol

from polgraph.errors import ExtractionError, PolgraphError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from polgraph.case import Case
    from polgraph.model import Document, Extraction

__all__ = ["Report", "extracted", "ingest"]

_BATCH = 200  # articles per worker: long enough that starting the workers does not count


@dataclass(slots=True)
class Report:
    """What an ingestion found. entities: by type, each counted once; claims: by relation."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    entities: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)

    @property
    def stored(self) -> int:
        """How many articles were written."""
        return self.new + self.changed


class _ExtractAll(Protocol):
    def __call__(
        self, documents: Iterable[Document], *, workers: int = 1, collectives: bool = False
    ) -> Iterator[Extraction]: ...


def ingest(  # noqa: PLR0913  all by name
    case: Case,
    documents: Iterable[Document],
    *,
    workers: int = 1,
    collectives: bool = False,
    again: bool = False,
    extract_all: _ExtractAll | None = None,
    progress: Callable[[Document], None] | None = None,
    failed: Callable[[ExtractionError], None] | None = None,
) -> Report:
    """Extract and store the documents that are new or changed, each in one transaction.

    workers: processes that extract. collectives: keep groups without a name that a country qualifies. again: extract
    what is unchanged too. extract_all: what extracts, `polgraph.extraction.extract_all` by default. progress: called
    with each document that is done. failed: called where extraction breaks on a document; the others are stored all the
    same. Without it the ExtractionError is raised.
    """
    report = Report()
    known: set[str] = set()
    seen: set[tuple[str, str]] = set()

    def admitted() -> Iterator[Document]:
        for document in documents:
            final = case.admit(document, again=again)
            if final is not None:
                if case.holds(final.id):
                    known.add(final.id)
                yield final
                continue
            report.unchanged += 1
            if progress is not None:
                progress(document)

    every = extracted(admitted(), workers=workers, collectives=collectives, extract_all=extract_all, failed=failed)
    for extraction in every:
        case.store(extraction)
        _count(report, extraction, known, seen)
        if progress is not None:
            progress(extraction.document)
    return report


def extracted(  # noqa: PLR0913  all by name
    documents: Iterable[Document],
    *,
    workers: int = 1,
    collectives: bool = False,
    at_once: int = 1,
    extract_all: _ExtractAll | None = None,
    failed: Callable[[ExtractionError], None] | None = None,
) -> Iterator[Extraction]:
    """Extract documents in order; one that breaks the extraction costs no other.

    at_once: how many a single worker takes together, which is faster. The rest is as `ingest` says.
    """
    unread = iter(documents)
    while batch := list(islice(unread, at_once if workers == 1 else _BATCH * workers)):
        extract_all = extract_all or _parser()
        yield from _of_batch(partial(extract_all, collectives=collectives), batch, min(workers, len(batch)), failed)


def _parser() -> _ExtractAll:
    from polgraph.extraction import extract_all  # noqa: PLC0415  the parser loads when there is something new

    return extract_all


def _of_batch(
    extract_all: Callable[..., Iterator[Extraction]],
    batch: Sequence[Document],
    processes: int,
    failed: Callable[[ExtractionError], None] | None,
) -> Iterator[Extraction]:
    """Extract a batch; where one document breaks it, the rest one by one, so that one costs no other."""
    done = 0
    try:
        for extraction in extract_all(batch, workers=processes):
            yield extraction
            done += 1
    except (PolgraphError, ImportError, OSError, MemoryError):
        raise  # no fault of the article
    except Exception as error:
        if len(batch) == 1:
            where = extract_tb(error.__traceback__)[-1]
            broken = ExtractionError(
                f"{batch[0].id}: not extracted, by a defect of polgraph: please report it, with the article and "
                f"“{type(error).__name__}, {Path(where.filename).name}:{where.lineno}”"
            )
            if failed is None:
                raise broken from error
            failed(broken)
            return
        rest = batch[done:]
    else:
        return
    for document in rest:
        yield from _of_batch(extract_all, [document], 1, failed)


def _count(report: Report, extraction: Extraction, known: set[str], seen: set[tuple[str, str]]) -> None:
    if extraction.document.id in known:
        report.changed += 1
    else:
        report.new += 1
    report.claims.update(claim.relation for claim in extraction.claims)
    found = {(entity.type, entity.id) for entity in extraction.entities} - seen
    seen |= found
    report.entities.update(kind for kind, _ in found)
