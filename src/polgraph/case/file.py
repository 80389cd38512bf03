"""`Case`: one case file, open."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from polgraph.case import admission, rows
from polgraph.case.schema import connect, explained, transaction
from polgraph.errors import CaseError, EntityError, UnknownEntity
from polgraph.identity import Resolution, link, resolve
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import TracebackType

    import networkx as nx

    from polgraph.identity import Decision, Kind
    from polgraph.model import Claim, Document, Entity, Extraction, Mention, Quote
    from polgraph.queries import Rows

__all__ = ["Case"]


class Case:
    """The record of what was read and decided. Use it in a `with` statement, or call `close`.

    path: of the file. create: make it where there is none; otherwise that is an error.
    What the reading methods return is resolved: ids are those of `entities()`, after links and decisions.
    """

    def __init__(self, path: Path | str, *, create: bool = False) -> None:
        self.path = Path(path)
        self._connection = connect(self.path, create=create)
        # admitted and not yet stored: digest → the sources that gave it, id → digest
        self._pending: dict[str, list[str]] = {}
        self._reserved: dict[str, str] = {}
        self._resolved: tuple[object, Resolution] | None = None
        self._graph: tuple[object, nx.MultiDiGraph] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the case cannot be used any more."""
        self._connection.close()

    def admit(self, document: Document, *, again: bool = False) -> Document | None:
        """Return the document as it is to be extracted, under its final id, or None if there is nothing to do.

        There is nothing to do where the same text with the same metadata is in the case, from this source or another.
        again: extract it all the same, for instance because a newer polgraph finds more.
        """
        key, digest = admission.source_key(document), rows.digest(document)
        if digest in self._pending:
            self._pending[digest].append(key)
            return None
        known = self._one("SELECT key, id FROM documents WHERE digest = ?", digest)
        if known is not None and self._reserved.get(known[1], digest) != digest:
            # its own source says something else by now, which is about to take its place
            known = None
        if known is not None:
            with transaction(self._connection, self.path):
                admission.attach(self._connection, key, known[0])
            if not again:
                return None
        with explained(self.path):
            identity = (
                known[1] if known is not None else admission.own_document(self._connection, key, document.id)
            ) or admission.free_id(document.id, document.source, self._is_taken)
        self._pending[digest] = [key]
        self._reserved[identity] = digest
        return replace(document, id=identity)

    def store(self, extraction: Extraction) -> None:
        """Write what an article yields, in one transaction, in the place of what its source said before."""
        admission.check(extraction)
        document = extraction.document
        digest = rows.digest(document)
        sources = self._pending.get(digest) or [admission.source_key(document)]
        with transaction(self._connection, self.path):
            if admission.belongs_to_others(self._connection, document, sources):
                # not admitted, or two programs fill the case at once
                raise CaseError(f"{self.path}: another article is called “{document.id}”: admit this one (again) first")
            key = admission.write(self._connection, extraction)
            for source in sources:
                admission.attach(self._connection, source, key)
        self._pending.pop(digest, None)
        self._reserved.pop(document.id, None)

    def holds(self, identity: str) -> bool:
        """Tell whether there is a document of that id."""
        return self._one("SELECT 1 FROM documents WHERE id = ?", identity) is not None

    def documents(self) -> list[Document]:
        """Return the documents in order of their ids."""
        return list(self._documents())

    def document(self, identity: str) -> Document:
        """Return the document of that id."""
        row = self._one(f"SELECT {rows.DOCUMENT} FROM documents WHERE id = ?", identity)  # noqa: S608  our own names
        if row is None:
            raise CaseError(f"{self.path}: no document “{identity}” in it: it has {self._some_ids() or 'none yet'}")
        return rows.to_document(row)

    def entities(self) -> list[Entity]:
        """Return the entities in order of their ids."""
        found = self._rows(f"{_select('entities', rows.ENTITY)} ORDER BY documents.id, entities.id")
        return self._resolution().entities((row[0], rows.to_entity(row[1:])) for row in found)

    def merged(self) -> dict[str, str]:
        """Return the ids that are no entity's own any more: id that an article gave → the entity that it is part of."""
        return {old: entity for old, entity in self._resolution().everywhere.items() if old != entity}

    def claims(self) -> list[Claim]:
        """Return the claims by document and place; one whose two ends turned out to be one entity is left out."""
        return list(self._claims())

    def mentions(self, document: str | None = None, *, entity: str | None = None) -> list[tuple[str, Mention]]:
        """Return (document id, mention), by document and place: all, those of a document, those of an entity."""
        resolution = self._resolution()
        found = self._placed("mentions", rows.MENTION, document)
        mentions = ((row[0], rows.to_mention(row[1:], resolution.of(row[0], row[5]))) for row in found)
        return [(place, mention) for place, mention in mentions if entity in (None, mention.entity)]

    def mention_counts(self) -> dict[tuple[str, str], int]:
        """Return how often each entity stands in each document: (entity id, document id) → count."""
        resolution = self._resolution()
        counts: defaultdict[tuple[str, str], int] = defaultdict(int)
        for document, identity, times in self._rows(
            "SELECT documents.id, entity, count(*) FROM mentions JOIN documents ON documents.key = document "
            "GROUP BY document, entity"
        ):
            counts[resolution.of(document, identity), document] += times
        return dict(counts)

    def quotes(self, document: str | None = None) -> list[tuple[str, Quote]]:
        """Return (document id, quote), by document and place."""
        resolution = self._resolution()
        return [
            (row[0], rows.to_quote(row[1:], row[4] and resolution.of(row[0], row[4])))
            for row in self._placed("quotes", rows.QUOTE, document)
        ]

    def resolve(self, name: str) -> str:
        """Return the id of the one entity that a name, an alias, a part of a name or an id stands for.

        Raises UnknownEntity or AmbiguousEntity, with candidates. The id of an entity that was merged leads to the
        one that was kept.
        """
        from polgraph.graph.names import resolve as resolve_in, resolve_among  # noqa: PLC0415  ingest needs no graph

        if self._graph is not None and self._graph[0] == self._state():
            return resolve_in(self._graph[1], name)
        known = {entity.id: (entity.name, entity.aliases) for entity in self.entities()}
        return resolve_among(known, name, self.merged())

    @property
    def graph(self) -> nx.MultiDiGraph:
        """The case as a graph, built when it is first asked for and again when the case has changed."""
        state = self._state()
        if self._graph is None or self._graph[0] != state:
            from polgraph.case.projection import project  # noqa: PLC0415  ingest needs no graph

            with explained(self.path):
                graph = project(self._connection, self._resolution, self.path)
            self._graph = state, graph
        return self._graph[1]

    def query(self, name: str, /, **parameters: Any) -> Rows:  # noqa: ANN401  values of the query's parameters
        """Answer a canned query of `polgraph.queries` on the graph in memory."""
        from polgraph.queries import run  # noqa: PLC0415  ingest asks nothing

        return run(self.graph, name, parameters)

    def decisions(self) -> list[Decision]:
        """Return the log of decisions, oldest first, those that were undone included."""
        return [
            rows.to_decision(row)
            for row in self._rows(f"SELECT {rows.DECISION} FROM decisions ORDER BY number")  # noqa: S608  our own names
        ]

    def merge(self, keep: str, other: str, *, who: str | None = None, why: str | None = None) -> Decision:
        """Decide that `other` is `keep` (ids): all that is said of either is said of `keep` from now on."""
        if keep == other:
            raise EntityError(f"{keep}: is one entity already: name two")
        self._require(keep, other)
        return self._decide("merge", keep, other=other, who=who, why=why)

    def split(
        self,
        entity: str,
        documents: Sequence[str],
        *,
        name: str | None = None,
        who: str | None = None,
        why: str | None = None,
    ) -> Decision:
        """Decide that what these documents (ids) call `entity` is somebody else; the decision's `other` is their id."""
        self._require(entity)
        places = {document for identity, document in self.mention_counts() if identity == entity}
        for document in documents:
            if document not in places:
                raise EntityError(f"{entity}: does not stand in “{document}”: it stands in {', '.join(sorted(places))}")
        if places <= set(documents):
            raise EntityError(f"{entity}: nothing would be left of it: name some of its documents, or rename it")
        return self._decide(
            "split", entity, other=self._new_id(entity), documents=documents, name=name, who=who, why=why
        )

    def rename(self, entity: str, name: str, *, who: str | None = None, why: str | None = None) -> Decision:
        """Decide what an entity is called; its id stays, and its former name becomes an alias."""
        if not name.strip():
            raise EntityError(f"{entity}: give it a name that is not empty")
        self._require(entity)
        return self._decide("rename", entity, name=" ".join(name.split()), who=who, why=why)

    def undo(self, number: int | None = None, *, who: str | None = None) -> Decision:
        """Take back the decision of that number, or the last one that stands; the log keeps both."""
        standing = {decision.number: decision for decision in self.decisions() if not decision.undone}
        if number is None:
            number = max(standing, default=0)
        if number not in standing:
            which = f"no decision {number} that stands" if number else "no decision to take back"
            raise CaseError(f"{self.path}: {which}: see `polgraph entities decisions`")
        with transaction(self._connection, self.path):
            self._connection.execute(
                "UPDATE decisions SET undone_at = ?, undone_by = ? WHERE number = ?", (_now(), who, number)
            )
        return replace(standing[number], undone=True)

    def _decide(  # noqa: PLR0913  the columns of the log
        self,
        kind: Kind,
        entity: str,
        *,
        other: str | None = None,
        documents: Sequence[str] = (),
        name: str | None = None,
        who: str | None = None,
        why: str | None = None,
    ) -> Decision:
        with transaction(self._connection, self.path):
            self._connection.execute(
                "INSERT INTO decisions (kind, entity, other, documents, name, who, at, why) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (kind, entity, other, json.dumps(sorted(set(documents))), name, who, _now(), why),
            )
        return self.decisions()[-1]

    def _require(self, *ids: str) -> None:
        known = {entity.id for entity in self.entities()}
        for identity in ids:
            if identity not in known:
                raise UnknownEntity(f"{identity}: no entity of that id: list them with `polgraph entities list`")

    def _new_id(self, entity: str) -> str:
        taken = {identity for (identity,) in self._rows("SELECT id FROM entities UNION SELECT other FROM decisions")}
        return next(f"{entity}-{number}" for number in count(2) if f"{entity}-{number}" not in taken)

    def _is_taken(self, identity: str) -> bool:
        return identity in self._reserved or self.holds(identity)

    def _some_ids(self) -> str:
        ids = [identity for (identity,) in self._rows("SELECT id FROM documents ORDER BY id LIMIT 11")]
        return ", ".join(ids[:10]) + (", ..." if len(ids) > 10 else "")  # noqa: PLR2004  enough to see their form

    def _documents(self) -> Iterator[Document]:
        return map(rows.to_document, self._rows(f"SELECT {rows.DOCUMENT} FROM documents ORDER BY id"))  # noqa: S608  our own names

    def _claims(self) -> Iterator[Claim]:
        of = self._resolution().of
        for place, *row in self._rows(
            f"{_select('claims', rows.CLAIM)} ORDER BY documents.id, claims.start, claims.end, claims.id"
        ):
            if row[2] not in RELATIONS:
                raise CaseError(
                    f"{self.path}: {place}: the relation {row[2]} is not in the vocabulary any more: "
                    "read the articles once more with `polgraph ingest --again`"
                )
            subject, object_ = of(place, row[1]), of(place, row[3])
            if subject != object_:
                yield rows.to_claim(row, place, subject, object_, row[8] and of(place, row[8]))

    def _resolution(self, forms: Iterable[tuple[str, str, str]] | None = None) -> Resolution:
        """Return who is who. forms: all (id, type, name) that the articles give, where they are at hand."""
        state = self._state()
        if self._resolved is None or self._resolved[0] != state:
            found = forms or self._rows("SELECT DISTINCT id, type, name FROM entities")
            linked = link(found, self._documents_of)
            self._resolved = state, resolve(linked, self.decisions(), self._ids_in)
        return self._resolved[1]

    def _documents_of(self, identity: str) -> frozenset[str]:
        return frozenset(row[0] for row in self._rows("SELECT document FROM entities WHERE id = ?", identity))

    def _ids_in(self, document: str) -> list[str]:
        return [
            row[0]
            for row in self._rows(
                "SELECT entities.id FROM entities JOIN documents ON documents.key = document WHERE documents.id = ?",
                document,
            )
        ]

    def _state(self) -> object:
        """Return what differs as soon as this or another program has changed the file."""
        row = self._one("PRAGMA data_version")
        return row and row[0], self._connection.total_changes

    def _rows(self, statement: str, *parameters: object) -> Iterator[tuple[Any, ...]]:
        with explained(self.path):
            yield from self._connection.execute(statement, parameters)

    def _placed(self, table: str, columns: str, document: str | None) -> Iterator[tuple[Any, ...]]:
        """Yield document id and columns by document and place, of all documents or one."""
        statement = f"{_select(table, columns, document)} ORDER BY documents.id, {table}.start, {table}.end"
        return self._rows(statement, *([] if document is None else [document]))

    def _one(self, statement: str, *parameters: object) -> tuple[Any, ...] | None:
        return next(self._rows(statement, *parameters), None)


def _select(table: str, columns: str, document: str | None = None) -> str:
    qualified = ", ".join(f"{table}.{column}" for column in columns.split(", "))
    where = "" if document is None else " WHERE documents.id = ?"
    return f"SELECT documents.id, {qualified} FROM {table} JOIN documents ON documents.key = {table}.document{where}"  # noqa: S608  our own names


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
