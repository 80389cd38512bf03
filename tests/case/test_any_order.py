"""Whatever was done to a case before, it holds what its sources say last and what was decided: nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, ClassVar

from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from polgraph.case import Case
from polgraph.errors import EntityError

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Document, Extraction

    MakeArticle = Callable[..., Document]
    MakeExtraction = Callable[[Document], Extraction]

_NAMES = ["Jane Okafor", "J. Okafor", "Ben Tallin", "ben tallin"]
_SOURCES = ["/news/a.txt", "/news/b.txt", "/copies/a.txt"]
_STATEMENTS = st.tuples(
    st.sampled_from(_NAMES[:2]), st.sampled_from(["MET_WITH", "URGED"]), st.sampled_from(_NAMES[2:])
)
_IDS = ["person:jane-okafor", "person:j-okafor", "person:ben-tallin"]


@dataclass
class _Wanted:
    """What the case should hold: the last statements of each source, and the decisions as (kind, a, b)."""

    sources: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    merges: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Make:
    article: MakeArticle
    extracted: MakeExtraction


def _claims(case: Case) -> list[tuple[object, ...]]:
    """Return the claims without what the way there may change: the ids of documents."""
    return sorted((claim.subject, claim.relation, claim.object, claim.start, claim.quote) for claim in case.claims())


class _Sequence(RuleBasedStateMachine):
    """Reading, changing, copying, deciding and taking back, in any order; compared at the end."""

    make: ClassVar[_Make]

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "case.db"
        self.case = Case(self.path, create=True)
        self.wanted = _Wanted()

    @rule(said=st.dictionaries(st.sampled_from(_SOURCES), st.lists(_STATEMENTS, min_size=1, max_size=2), min_size=1))
    def ingest(self, said: dict[str, list[tuple[str, str, str]]]) -> None:
        admitted = [self.case.admit(self.make.article(source, *statements)) for source, statements in said.items()]
        for document in admitted:
            if document is not None:
                self.case.store(self.make.extracted(document))
        self.wanted.sources |= {source: tuple(statements) for source, statements in said.items()}

    @rule(keep=st.sampled_from(_IDS), other=st.sampled_from(_IDS))
    def merge(self, keep: str, other: str) -> None:
        try:
            self.case.merge(keep, other)
        except EntityError:
            return
        self.wanted.merges.append((keep, other))

    @precondition(lambda self: self.wanted.merges)
    @rule()
    def undo(self) -> None:
        self.case.undo()
        self.wanted.merges.pop()

    @rule()
    def reopen(self) -> None:
        self.case.close()
        self.case = Case(self.path)

    def teardown(self) -> None:
        if hasattr(self, "case"):
            self.compare()
            self.case.close()
            self.folder.cleanup()

    def compare(self) -> None:
        with TemporaryDirectory() as folder, Case(Path(folder) / "fresh.db", create=True) as fresh:
            for source, statements in self.wanted.sources.items():
                document = fresh.admit(self.make.article(source, *statements))
                if document is not None:
                    fresh.store(self.make.extracted(document))
            for keep, other in self.wanted.merges:
                fresh._decide("merge", keep, other=other)
            assert _claims(self.case) == _claims(fresh)
            assert self.case.entities() == fresh.entities()
            assert len(self.case.documents()) == len(set(self.wanted.sources.values()))
            assert sorted(self.case.mention_counts().values()) == sorted(fresh.mention_counts().values())


def test_any_sequence_gives_what_a_fresh_case_gives(article: MakeArticle, extracted: MakeExtraction) -> None:
    _Sequence.make = _Make(article, extracted)
    # shrinking is left out: each step writes files, and an example of ten steps reads well enough
    run_state_machine_as_test(
        _Sequence,
        settings=settings(
            max_examples=30,
            stateful_step_count=10,
            deadline=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
